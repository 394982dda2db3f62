/**
 * Memory that the driver and its worker share: how far the end is, and whether the worker is inside the library. A
 * worker that is ended by force inside it takes the whole process with it (libsql 0.5: an assertion of its binding
 * fails, SIGABRT), and the end of a process ends its workers by force.
 */
export type WorkerLock = Int32Array<SharedArrayBuffer>;

/** Places in it. */
const [STATE, INSIDE] = [0, 1];

/** How far the end is: statements may run; only what closes the database; nothing any more. */
export const OPEN = 0;
export const CLOSING = 1;
const ENDED = 2;

/** A worker counts as inside until it has loaded the library. */
export function newWorkerLock(): WorkerLock {
  const gate = new Int32Array(new SharedArrayBuffer(8));
  gate[INSIDE] = 1;
  return gate;
}

/** The library is loaded, or the worker is gone. */
export function leave(gate: WorkerLock): void {
  Atomics.store(gate, INSIDE, 0);
  Atomics.notify(gate, INSIDE);
}

/** From now on no statement begins. */
export function startClosing(gate: WorkerLock): void {
  Atomics.compareExchange(gate, STATE, OPEN, CLOSING);
}

/**
 * Does something inside the library. Who enters says so first and looks at the state then, and who ends does it the other
 * way round: one of the two sees the other.
 *
 * @param latest the last state in which it may be done
 * @returns undefined where it was too late
 */
export function inside<T>(gate: WorkerLock, latest: number, work: () => T): T | undefined {
  Atomics.store(gate, INSIDE, 1);
  try {
    return Atomics.load(gate, STATE) > latest ? undefined : work();
  } finally {
    leave(gate);
  }
}

/**
 * Lets nothing in any more, and holds the thread until the worker is outside.
 *
 * @param atMost milliseconds
 * @returns whether it is
 */
export function endOutside(gate: WorkerLock, atMost: number): boolean {
  Atomics.store(gate, STATE, ENDED);
  return Atomics.wait(gate, INSIDE, 1, atMost) !== 'timed-out';
}
