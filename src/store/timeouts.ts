import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, isLasting } from './store-errors';

/**
 * How long anyone waits for the store, in milliseconds. Slack shows an error, or sends an event again, after 3 s, so a
 * claim and a mark together stay below two.
 */
export const TIMEOUTS = {
  /** A claim, while the store counts as up: the only time that an event waits for a store that fails. */
  claim: 1500,
  /** The mark on an answered event. What takes longer goes on behind the answer. */
  mark: 300,
  /** The health probe of a store that is up. */
  probe: 1500,
  /** The health probe of a store that failed: it must be clearly faster than a claim before a claim waits for it again. */
  recovery: 1000,
  migrate: 10_000,
  write: 10_000,
  read: 2000,
  close: 3000,
  /** A command such as `report`. */
  command: 10_000,
  /** SQLite's wait for another process's lock: the claim that asks has not given up by then. */
  busy: 1000,
  /** How long the end of the process waits for a statement of the embedded database: longer than `busy`. */
  lastStatement: 2000,
  /** PostgreSQL: to connect, to run a statement, to get a lock. */
  connect: 2000,
  query: 5000,
  lock: 4000,
} as const;

/** Between two tries, in milliseconds. */
const PAUSE = 50;

/** A database did not answer in time. */
export class StoreTimeoutError extends Error {
  override readonly name = 'StoreTimeoutError';
  readonly code = 'TIMEOUT';
}

/**
 * Waits for a promise for a limited time. The work behind the promise goes on.
 *
 * @param ms milliseconds
 * @throws StoreTimeoutError when the time is up; else what the promise threw
 */
export async function withTimeout<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // Where the process itself was slow, the answer may have arrived already: look at it first.
      setImmediate(() => {
        reject(new StoreTimeoutError('The database took too long.'));
      });
    }, ms);
  });
  // A rejection after the time is up has nobody to handle it.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Retries for a limited time, so that a database that restarts goes unnoticed. An error that lasts, such as a full disk,
 * is not retried.
 *
 * @param ms milliseconds
 * @param signal ends the retries
 * @throws what the last try threw, or StoreTimeoutError
 */
export async function retryWithin<T>(
  ms: number,
  ask: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const left = end - performance.now();
    try {
      return await withTimeout(Math.max(left, 1), ask());
    } catch (error) {
      const isOver = end - performance.now() < PAUSE || signal?.aborted === true;
      if (isOver || isLasting(codeOf(error))) throw error;
      await delay(PAUSE);
    }
  }
}
