import { parentPort, workerData } from 'node:worker_threads';
import { codeOf } from '../store-errors';
import { executeStatement, type Statement, type StatementParameters } from '../statements';
import { connectEmbedded } from './connect-embedded';
import { EmbeddedDriver } from './embedded-driver';
import { LibsqlConnection } from './libsql-connection';
import { CLOSING, enter, exit, OPEN, type WorkerLock } from './worker-lock';

/** A statement to run, and the number that its response carries. */
interface Request {
  readonly id: number;
  readonly statement: Statement;
  readonly parameters: StatementParameters<Statement>;
}

/** What came of a request. */
export type Response =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code: string } };

/** What the worker is started with. */
export interface WorkerOptions {
  /** Of the file. */
  readonly path: string;
  readonly readOnly: boolean;
  readonly lock: WorkerLock;
}

const { path, readOnly, lock } = workerData as WorkerOptions;
exit(lock);
const connection = new LibsqlConnection({
  path,
  readOnly,
  enter: (work) => enter(lock, OPEN, work),
});
const connected = connectEmbedded(new EmbeddedDriver(connection));

async function respond({ id, statement, parameters }: Request): Promise<Response> {
  try {
    return { id, result: await executeStatement(connected, statement, parameters) };
  } catch (error) {
    return { id, failure: { message: (error as Error).message, code: codeOf(error) } };
  }
}

function close(): void {
  enter(lock, CLOSING, () => {
    connection.close();
  });
  parentPort?.close();
}

parentPort?.on('message', (request: Request | 'close') => {
  if (request === 'close') close();
  else void respond(request).then((response) => parentPort?.postMessage(response));
});
