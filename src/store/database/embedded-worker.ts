import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { CLOSING, type Gate, inside, leave, OPEN } from './gate';

/** A statement to run, and the number that its result carries. */
export interface Ask {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What came of a statement: its rows, or a failure by code. */
export type Told =
  | { readonly id: number; readonly rows: unknown[]; readonly changes: number }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code: string } };

/**
 * How long a statement waits for another process's lock, in milliseconds. Whoever asked has stopped waiting by then:
 * see `patience.ts`.
 */
const BUSY_TIMEOUT = 1000;

/** What the driver gives the worker. */
export interface WorkerPlace {
  readonly path: string;
  readonly gate: Gate;
}

const { path, gate } = workerData as WorkerPlace;
leave(gate);
let database: Database.Database | undefined;
let isTainted = false;

function open(): Database.Database {
  if (database !== undefined) return database;
  const opened = new Database(path, { timeout: BUSY_TIMEOUT });
  try {
    // Readers and a writer do not wait for each other; a crash of the machine may cost the last writes, no more.
    opened.exec('pragma journal_mode = wal');
    opened.exec('pragma synchronous = normal');
  } catch (error) {
    opened.close();
    throw error;
  }
  database = opened;
  return opened;
}

function answer(ask: Ask): Told {
  const closed = { message: 'The database is closed.', code: 'CLOSED' };
  return inside(gate, OPEN, () => run(ask)) ?? { id: ask.id, failure: closed };
}

function run({ id, sql, parameters }: Ask): Told {
  try {
    const statement = open().prepare(sql);
    if (statement.reader) return { id, rows: statement.all(parameters), changes: 0 };
    return { id, rows: [], changes: statement.run(parameters).changes };
  } catch (error) {
    isTainted = true;
    const { message, code } = error as Error & { code?: string };
    // The library gives an empty one where it cannot open the file (libsql 0.5).
    return { id, failure: { message, code: code === '' ? 'SQLITE_CANTOPEN' : (code ?? 'none') } };
  } finally {
    if (isTainted && database?.inTransaction !== true) startAfresh();
  }
}

/**
 * A statement that failed on a lock stays half-run until it is collected, and until then no transaction can commit
 * (libsql 0.5: "SQL statements in progress"). A new connection costs next to nothing, once no transaction is open.
 */
function startAfresh(): void {
  isTainted = false;
  database?.close();
  database = undefined;
}

parentPort?.on('message', (ask: Ask | 'close') => {
  if (ask !== 'close') {
    parentPort?.postMessage(answer(ask));
    return;
  }
  inside(gate, CLOSING, () => database?.close());
  parentPort?.close();
});
