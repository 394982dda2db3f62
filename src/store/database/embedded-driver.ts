import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import { PROJECT } from '../../cache/paths';
import type { Ask, Told, WorkerPlace } from './embedded-worker';
import { endOutside, newGate, startClosing } from './gate';

/** Compiled, since a worker runs no TypeScript. */
const WORKER = join(PROJECT, 'dist', 'store', 'database', 'embedded-worker.js');

/** In megabytes. What passes through the worker lives shortly: more would only wait to be collected. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

/**
 * How long the end of the process waits for a statement under way, in milliseconds: more than a statement waits for
 * another process's lock (`embedded-worker.ts`).
 */
const LAST_STATEMENT = 2000;

/** A statement that the embedded database refused. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  constructor(
    message: string,
    /** SQLite's own, such as SQLITE_BUSY. */
    readonly code: string,
  ) {
    super(message);
  }
}

/**
 * Kysely's driver for one file. The library is synchronous and would hold every answer up while a file is locked, so it
 * runs in a worker.
 */
export class EmbeddedDriver implements Driver {
  private connection: EmbeddedConnection | undefined;
  private last: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  constructor(private readonly path: string) {}

  init(): Promise<void> {
    this.connection = new EmbeddedConnection(this.path);
    return Promise.resolve();
  }

  /** There is one connection: who comes later waits. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const { last } = this;
    let release = (): void => undefined;
    this.last = new Promise((resolve) => (release = resolve));
    await last;
    this.release = release;
    if (this.connection === undefined) throw new Error('The database is closed.');
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

  async destroy(): Promise<void> {
    await this.connection?.close();
  }
}

interface Waiting {
  readonly resolve: (told: Told) => void;
  readonly reject: (error: Error) => void;
}

class EmbeddedConnection implements DatabaseConnection {
  private readonly worker: Worker;
  private readonly gate = newGate();
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor(path: string) {
    const place: WorkerPlace = { path, gate: this.gate };
    this.worker = new Worker(WORKER, { workerData: place, resourceLimits: LIMITS });
    this.worker.unref();
    process.on('exit', this.endOfProcess);
    this.worker.on('message', (told: Told) => {
      this.settle(told.id, (one) => {
        one.resolve(told);
      });
    });
    const end = (): void => {
      process.off('exit', this.endOfProcess);
      for (const id of this.waiting.keys()) {
        this.settle(id, (one) => {
          one.reject(new EmbeddedError('The database was closed.', 'CLOSED'));
        });
      }
    };
    this.worker.on('error', end);
    this.worker.on('exit', end);
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const told = await this.ask({ sql, parameters });
    if ('failure' in told) throw new EmbeddedError(told.failure.message, told.failure.code);
    return { rows: told.rows as R[], numAffectedRows: BigInt(told.changes) };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    await Promise.reject(new Error('Nothing is streamed from the embedded database.'));
  }

  /** Lets the statement under way end, and no other begin. */
  async close(): Promise<void> {
    startClosing(this.gate);
    this.worker.ref();
    this.worker.postMessage('close');
    await once(this.worker, 'exit');
  }

  /** However the process ends: no worker is inside the library then. */
  private readonly endOfProcess = (): void => {
    // Whoever waits longer would wait for ever, as on a disk that is gone.
    if (!endOutside(this.gate, LAST_STATEMENT)) process.kill(process.pid, 'SIGKILL');
  };

  /** An idle worker keeps no process alive; one that was asked does. */
  private ask(ask: Omit<Ask, 'id'>): Promise<Told> {
    const id = this.asked++;
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...ask });
    });
  }

  private settle(id: number, tell: (one: Waiting) => void): void {
    const one = this.waiting.get(id);
    if (one === undefined) return;
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.worker.unref();
    tell(one);
  }
}
