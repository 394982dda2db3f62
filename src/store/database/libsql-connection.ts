import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import Database from 'libsql';
import { TIMEOUTS } from '../timeouts';
import { EmbeddedError } from './embedded-error';

/** Runs something inside the library, or gives undefined where it is too late. */
export type Enter = <T>(work: () => T) => T | undefined;

interface Options {
  readonly path: string;
  /** Opens the file to read it, and creates and changes nothing. */
  readonly readOnly?: boolean;
  /** Runs what happens inside the library; by default at any time. */
  readonly enter?: Enter;
}

/** Only the user who runs the bot reads the file: it may hold suggested questions. */
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

const SETTINGS = [
  // Readers and a writer do not wait for each other; a crash of the machine may cost the last writes, no more.
  'journal_mode = wal',
  'synchronous = normal',
  // What retention deletes is overwritten.
  'secure_delete = on',
];

/**
 * The connection to a database in one file. Nothing else knows the library: another one is a change of this file. The
 * library is synchronous, and holds the thread while the file is locked.
 */
export class LibsqlConnection implements DatabaseConnection {
  private database: Database.Database | undefined;
  /** Device and inode of the file that is open. */
  private identity: string | undefined;
  private isTainted = false;

  constructor(private readonly options: Options) {}

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is to be a rejection
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const enter = this.options.enter ?? atOnce;
    const result = enter(() => this.run<R>(sql, parameters));
    if (result === undefined) throw new EmbeddedError('The database is closed.', 'CLOSED');
    return result;
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    await Promise.reject(new Error('Nothing is streamed from the embedded database.'));
  }

  /** At once, whatever statements wait. */
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
      // The library gives an empty code where it cannot open the file (libsql 0.5).
      throw new EmbeddedError(message, code === '' ? 'SQLITE_CANTOPEN' : (code ?? 'none'));
    } finally {
      if (this.isTainted && this.database?.inTransaction !== true) this.reconnect();
    }
  }

  private open(): Database.Database {
    if (this.database !== undefined && !this.isReplaced()) return this.database;
    this.close();
    const { path, readOnly = false } = this.options;
    const opened = openFile(path, readOnly);
    this.database = opened;
    this.identity = identityOf(path);
    return opened;
  }

  /** Whether the file was deleted, or another one took its place: what is written to the old one is lost. */
  private isReplaced(): boolean {
    if (this.database?.inTransaction === true) return false;
    return identityOf(this.options.path) !== this.identity;
  }

  /**
   * A statement that failed on a lock stays half-run until it is collected, and until then no transaction can commit
   * (libsql 0.5: "SQL statements in progress"). A new connection costs next to nothing once no transaction is open.
   */
  private reconnect(): void {
    this.isTainted = false;
    this.close();
  }
}

function atOnce<T>(work: () => T): T {
  return work();
}

function openFile(path: string, readOnly: boolean): Database.Database {
  const options = { timeout: TIMEOUTS.busy };
  if (isFolder(path)) throw new EmbeddedError('A folder is no database.', 'SQLITE_CANTOPEN');
  if (readOnly) return new Database(`${pathToFileURL(path).href}?mode=ro`, options);
  prepareFile(path);
  const opened = new Database(path, options);
  try {
    for (const setting of SETTINGS) opened.exec(`pragma ${setting}`);
  } catch (error) {
    opened.close();
    throw error;
  }
  return opened;
}

/** The library opens a folder too, to read it, and then calls it a damaged file. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path);
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

/** Makes the file and its folder readable for their owner alone. Where that fails, opening the file says why. */
function prepareFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
    closeSync(openSync(path, 'a', OWNER_ONLY.file));
    // SQLite gives its other files the permissions of the first; those of an earlier version may be wider.
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      if (identityOf(file) !== undefined) chmodSync(file, OWNER_ONLY.file);
    }
  } catch {
    // A store that cannot be opened never ends the bot.
  }
}
