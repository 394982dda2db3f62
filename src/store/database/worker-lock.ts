/**
 * Memory that the main thread and the worker of the embedded database share: whether the database closes, and whether the
 * worker is inside the library. A worker that is terminated inside the library takes the whole process with it (libsql
 * 0.5: an assertion of its binding fails, SIGABRT), and the end of a process terminates its workers.
 */
export type WorkerLock = Int32Array<SharedArrayBuffer>;

/** Positions in the memory. */
const [STATE, INSIDE] = [0, 1];

/** States: statements may run; only the closing of the database may; nothing may any more. */
export const OPEN = 0;
export const CLOSING = 1;
const ENDED = 2;

/** Creates a lock. A worker counts as inside until it has loaded the library and calls `exit`. */
export function newWorkerLock(): WorkerLock {
  const lock = new Int32Array(new SharedArrayBuffer(8));
  lock[INSIDE] = 1;
  return lock;
}

/** The worker is outside the library, or gone. */
export function exit(lock: WorkerLock): void {
  Atomics.store(lock, INSIDE, 0);
  Atomics.notify(lock, INSIDE);
}

/** From now on no statement begins. */
export function startClosing(lock: WorkerLock): void {
  Atomics.compareExchange(lock, STATE, OPEN, CLOSING);
}

/**
 * Runs something inside the library. The worker says that it is inside and then reads the state; the main thread does it
 * the other way round. So one of the two always sees the other.
 *
 * @param latest the last state in which the work may run
 * @returns undefined where it was too late
 */
export function enter<T>(lock: WorkerLock, latest: number, work: () => T): T | undefined {
  Atomics.store(lock, INSIDE, 1);
  try {
    return Atomics.load(lock, STATE) > latest ? undefined : work();
  } finally {
    exit(lock);
  }
}

/**
 * Lets nothing in any more, and holds the thread until the worker is outside.
 *
 * @param atMost milliseconds
 * @returns whether it is outside
 */
export function endOutside(lock: WorkerLock, atMost: number): boolean {
  Atomics.store(lock, STATE, ENDED);
  return Atomics.wait(lock, INSIDE, 1, atMost) !== 'timed-out';
}
