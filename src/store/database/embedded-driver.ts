import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import Database from 'libsql';
import { EmbeddedError } from './embedded-error';

/** Runs something inside the library, or gives undefined where it is too late. */
export type Enter = <T>(work: () => T) => T | undefined;

/**
 * How long a statement waits for another process's lock, in milliseconds. Whoever asked has stopped waiting by then:
 * see `patience.ts`.
 */
const BUSY_TIMEOUT = 1000;

/** Kysely's driver for one file. The library is synchronous, and holds the thread while the file is locked. */
export class EmbeddedDriver implements Driver {
  private readonly connection: EmbeddedConnection;
  private last: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  /** @param enter runs what is done inside the library; by default at any time */
  constructor(path: string, enter: Enter = (work) => work()) {
    this.connection = new EmbeddedConnection(path, enter);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  /** There is one connection: who comes later waits. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const { last } = this;
    let release = (): void => undefined;
    this.last = new Promise((resolve) => (release = resolve));
    await last;
    this.release = release;
    return this.connection;
  }

  releaseConnection(): Promise<void> {
    this.release();
    return Promise.resolve();
  }

  /** Every transaction of ours writes: taking the lock at once spares a failure half-way. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  /** At once, whatever statements wait. */
  close(): void {
    this.connection.close();
  }
}

class EmbeddedConnection implements DatabaseConnection {
  private database: Database.Database | undefined;
  private isTainted = false;

  constructor(
    private readonly path: string,
    private readonly enter: Enter,
  ) {}

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is to be a rejection
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const result = this.enter(() => this.run<R>(sql, parameters));
    if (result === undefined) throw new EmbeddedError('The database is closed.', 'CLOSED');
    return result;
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    await Promise.reject(new Error('Nothing is streamed from the embedded database.'));
  }

  close(): void {
    this.database?.close();
    this.database = undefined;
  }

  private run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    try {
      const statement = this.open().prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) as R[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
    } catch (error) {
      this.isTainted = true;
      const { message, code } = error as Error & { code?: string };
      // The library gives an empty one where it cannot open the file (libsql 0.5).
      throw new EmbeddedError(message, code === '' ? 'SQLITE_CANTOPEN' : (code ?? 'none'));
    } finally {
      if (this.isTainted && this.database?.inTransaction !== true) this.startAfresh();
    }
  }

  private open(): Database.Database {
    if (this.database !== undefined) return this.database;
    makeFolder(dirname(this.path));
    const opened = new Database(this.path, { timeout: BUSY_TIMEOUT });
    try {
      // Readers and a writer do not wait for each other; a crash of the machine may cost the last writes, no more.
      opened.exec('pragma journal_mode = wal');
      opened.exec('pragma synchronous = normal');
    } catch (error) {
      opened.close();
      throw error;
    }
    this.database = opened;
    return opened;
  }

  /**
   * A statement that failed on a lock stays half-run until it is collected, and until then no transaction can commit
   * (libsql 0.5: "SQL statements in progress"). A new connection costs next to nothing, once no transaction is open.
   */
  private startAfresh(): void {
    this.isTainted = false;
    this.close();
  }
}

/** Where it cannot be made, opening the file says so. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // A store that cannot be opened never ends the bot.
  }
}
