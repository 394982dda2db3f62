/** Work that took longer than somebody waits. */
export class ListenerTimeoutError extends Error {
  override readonly name = 'ListenerTimeoutError';
  readonly code = 'timeout';
}

/**
 * The outcome of some work, if it comes in time. The work itself continues.
 *
 * @throws ListenerTimeoutError after so many milliseconds
 */
export async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ListenerTimeoutError());
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The outcome of some work, or undefined where it does not come in so many milliseconds. */
export async function resultWithin<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  try {
    return await withTimeout(work, ms);
  } catch (error) {
    if (error instanceof ListenerTimeoutError) return undefined;
    throw error;
  }
}
