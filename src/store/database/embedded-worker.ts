import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

/** A statement to run, and the number that its result carries. */
export interface Ask {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Closes the file and ends the worker, after what was asked before. */
export const CLOSE = 'close';

/** What came of a statement: its rows, or a failure by code. */
export type Told =
  | { readonly id: number; readonly rows: unknown[]; readonly changes: number }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code: string } };

/**
 * How long a statement waits for another process's lock, in milliseconds. Whoever asked has stopped waiting by then:
 * see `patience.ts`.
 */
const BUSY_TIMEOUT = 1000;

let database: Database.Database | undefined;
let isTainted = false;

function open(): Database.Database {
  if (database !== undefined) return database;
  const opened = new Database(String(workerData), { timeout: BUSY_TIMEOUT });
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

function run({ id, sql, parameters }: Ask): Told {
  try {
    const statement = open().prepare(sql);
    if (statement.reader) return { id, rows: statement.all(parameters), changes: 0 };
    return { id, rows: [], changes: statement.run(parameters).changes };
  } catch (error) {
    isTainted = true;
    const { message, code = 'none' } = error as Error & { code?: string };
    return { id, failure: { message, code } };
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

parentPort?.on('message', (ask: Ask | typeof CLOSE) => {
  if (ask === CLOSE) {
    database?.close();
    parentPort?.close();
  } else parentPort?.postMessage(run(ask));
});
