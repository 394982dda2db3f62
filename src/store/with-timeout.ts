import { setTimeout as delay } from 'node:timers/promises';

/** Between two tries, in milliseconds. */
const PAUSE = 50;

/** A database did not answer in the time that somebody could wait. */
export class StoreTimeoutError extends Error {
  override readonly name = 'OutOfPatience';
  readonly code = 'TIMEOUT';
}

/**
 * What a promise gives, if it does so in time; the promise itself goes on.
 *
 * @param ms milliseconds
 * @throws OutOfPatience where it took longer; else what the promise threw
 */
export async function withTimeout<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // Where the process itself was slow, the answer may be here already: it is looked at first.
      setImmediate(() => {
        reject(new StoreTimeoutError('The database took too long.'));
      });
    }, ms);
  });
  // What comes after the time is up is nobody's business.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks until there is an answer, for `ms` milliseconds: a database that restarts is back before anybody notices.
 *
 * @param signal there is no point in asking any more
 * @throws what the last try threw, or OutOfPatience
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
      if (end - performance.now() < PAUSE || signal?.aborted === true) throw error;
      await delay(PAUSE);
    }
  }
}
