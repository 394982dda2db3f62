import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROJECT } from '../../loader/paths';
import type { Asked, Given, Statement } from '../statements';
import type { Database } from './database';
import { EmbeddedError } from './embedded-error';
import type { Told, WorkerPlace } from './embedded-worker';
import { endOutside, newWorkerLock, startClosing } from './worker-lock';

/** Compiled, since a worker runs no TypeScript. */
const WORKER = join(PROJECT, 'dist', 'store', 'database', 'embedded-worker.js');

/** In megabytes. What passes through the worker lives shortly: more would only wait to be collected. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

/**
 * How long the end of the process waits for a statement under way, in milliseconds: more than a statement waits for
 * another process's lock (`embedded-driver.ts`).
 */
const LAST_STATEMENT = 2000;

interface Waiting {
  readonly resolve: (told: Told) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A database in one file. The library is synchronous and would hold every answer up while a file is locked, so it runs in
 * a worker, and all that builds statements with it.
 */
export class EmbeddedDatabase implements Database {
  private readonly worker: Worker;
  private readonly gate = newWorkerLock();
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

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

  async ask<S extends Statement>(statement: S, ...asked: Asked<S>): Promise<Given<S>> {
    const told = await this.tell(statement, asked);
    if ('failure' in told) throw new EmbeddedError(told.failure.message, told.failure.code);
    return told.given as Given<S>;
  }

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
  private tell(statement: Statement, asked: readonly unknown[]): Promise<Told> {
    const id = this.count++;
    const ask = { id, statement, asked };
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage(ask);
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
