/** A database did not answer in the time that somebody could wait. */
export class OutOfPatience extends Error {
  override readonly name = 'OutOfPatience';
  readonly code = 'TIMEOUT';
}

/**
 * What a promise gives, if it does so in time; the promise itself goes on.
 *
 * @param ms milliseconds
 * @throws OutOfPatience where it took longer; else what the promise threw
 */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new OutOfPatience('The database took too long.'));
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
