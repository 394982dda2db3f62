import { type DestinationStream, pino } from 'pino';

/** In characters; so many are written out without waiting for the turn's end. */
const MOST = 10_000;

/** Where lines go that are written together. */
export interface Gathering extends DestinationStream {
  /** Writes out what waits. */
  flushSync(): void;
}

/**
 * Standard output, with the lines of one turn of the event loop in one piece: each write takes as long as several lines
 * do. Nothing waits longer than the turn, and what waits at the end of the process is written then.
 */
export function batchLines(): Gathering {
  const output = pino.destination({ fd: 1, sync: true });
  let waiting = '';
  const flushSync = (): void => {
    if (waiting === '') return;
    const lines = waiting;
    waiting = '';
    output.write(lines);
  };
  process.on('exit', flushSync);
  return {
    flushSync,
    write(line) {
      if (waiting === '') setImmediate(flushSync);
      waiting += line;
      if (waiting.length > MOST) flushSync();
    },
  };
}
