import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROJECT } from '../../loader/paths';
import type { Statement, StatementParameters, StatementResult } from '../statements';
import { TIMEOUTS } from '../timeouts';
import type { Database } from './database';
import { EmbeddedError } from './embedded-error';
import type { Response, WorkerOptions } from './embedded-worker';
import { endOutside, newWorkerLock, startClosing } from './worker-lock';

/** Compiled, since a worker runs no TypeScript. */
const WORKER = join(PROJECT, 'dist', 'store', 'database', 'embedded-worker.js');

/** In megabytes. What passes through the worker lives shortly: more would only wait to be collected. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

interface Waiting {
  readonly resolve: (response: Response) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A database in one file. The library is synchronous and would hold up every answer while a file is locked, so it runs in
 * a worker, together with all that builds statements.
 */
export class EmbeddedDatabase implements Database {
  private readonly worker: Worker;
  private readonly lock = newWorkerLock();
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  /** @param readOnly opens the file to read it, and creates and changes nothing */
  constructor(path: string, { readOnly = false } = {}) {
    const options: WorkerOptions = { path, readOnly, lock: this.lock };
    this.worker = new Worker(WORKER, { workerData: options, resourceLimits: LIMITS });
    this.worker.unref();
    process.on('exit', this.endOfProcess);
    this.worker.on('message', (response: Response) => {
      this.settle(response.id, (one) => {
        one.resolve(response);
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

  async ask<S extends Statement>(
    statement: S,
    ...parameters: StatementParameters<S>
  ): Promise<StatementResult<S>> {
    const response = await this.send(statement, parameters);
    if ('failure' in response) {
      throw new EmbeddedError(response.failure.message, response.failure.code);
    }
    return response.result as StatementResult<S>;
  }

  async close(): Promise<void> {
    startClosing(this.lock);
    this.worker.ref();
    this.worker.postMessage('close');
    await once(this.worker, 'exit');
  }

  /** However the process ends: no worker is inside the library then. */
  private readonly endOfProcess = (): void => {
    // A longer wait would never end, as on a disk that is gone.
    if (!endOutside(this.lock, TIMEOUTS.lastStatement)) process.kill(process.pid, 'SIGKILL');
  };

  /** An idle worker keeps no process alive; one with a request does. */
  private send(statement: Statement, parameters: readonly unknown[]): Promise<Response> {
    const id = this.count++;
    const request = { id, statement, parameters };
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage(request);
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
