import { parentPort, workerData } from 'node:worker_threads';
import { type Asked, executeStatement, type Statement } from '../statements';
import { connectEmbedded } from './connect-embedded';
import { EmbeddedDriver } from './embedded-driver';
import type { EmbeddedError } from './embedded-error';
import { CLOSING, type WorkerLock, inside, leave, OPEN } from './worker-lock';

/** A statement to carry out, and the number that what it gives carries. */
export interface Ask {
  readonly id: number;
  readonly statement: Statement;
  readonly asked: Asked<Statement>;
}

/** What came of it. */
export type Told =
  | { readonly id: number; readonly given: unknown }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code: string } };

/** What the worker is given. */
export interface WorkerPlace {
  /** Of the file. */
  readonly path: string;
  readonly gate: WorkerLock;
}

const { path, gate } = workerData as WorkerPlace;
leave(gate);
const driver = new EmbeddedDriver(path, (work) => inside(gate, OPEN, work));
const connected = connectEmbedded(driver);

async function answer({ id, statement, asked }: Ask): Promise<Told> {
  try {
    return { id, given: await executeStatement(connected, statement, asked) };
  } catch (error) {
    const { message, code = 'none' } = error as Partial<EmbeddedError> & Error;
    return { id, failure: { message, code } };
  }
}

function close(): void {
  inside(gate, CLOSING, () => {
    driver.close();
  });
  parentPort?.close();
}

parentPort?.on('message', (ask: Ask | 'close') => {
  if (ask === 'close') close();
  else void answer(ask).then((told) => parentPort?.postMessage(told));
});
