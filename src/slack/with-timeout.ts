/** Work that took longer than somebody waits. */
export class ListenerTimeoutError extends Error {
  override readonly name = 'TooLate';
  readonly code = 'too_late';
}

/**
 * The outcome of some work, if it comes in time. The work itself goes on.
 *
 * @throws TooLate after so many milliseconds
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
