import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** In bytes. This much is written at once, without waiting for the end of the event loop's turn. */
const PIECE = 10_000;
/** In bytes. What waits beyond this is dropped: a lost line costs less than a bot that runs out of memory. */
const MOST = 1_048_576;
/** Pause before the next try, in milliseconds: where nobody reads, and where the write fails. */
const PAUSE = { EAGAIN: 100, error: 1000 } as const;
/** At exit: tries without any progress, and the pause between two of them in milliseconds. */
const LAST_TRIES = 10;
const LAST_PAUSE = 20;

const NOTHING = Buffer.alloc(0);

/**
 * Standard output for the log. Lines of one turn of the event loop go out in one write. A full disk, a closed pipe or a
 * pipe that nobody reads never throws and never holds the thread: lines wait in memory up to a bound, then they are
 * dropped and counted.
 *
 * It replaces `pino.destination`, whose `flushSync` never returns on a full disk, and whose writes hold the thread, or a
 * thread of the pool that the end of the process waits for, on a pipe that nobody reads (sonic-boom 4.2).
 */
export class LogOutput implements DestinationStream {
  private lines = '';
  /** The rest of a piece that went out in part. */
  private rest: Buffer = NOTHING;
  private isScheduled = false;
  private dropped = 0;
  private failure: string | undefined;

  /** @param fd an open file descriptor */
  constructor(private readonly fd = 1) {
    // Node makes a pipe or a socket non-blocking when it opens the stream, so that a write gives EAGAIN and returns.
    if (fd === 1) process.stdout.on('error', () => undefined);
    process.on('exit', this.flushAtExit);
  }

  /** Takes one line. Never throws. */
  write(line: string): void {
    if (this.lines.length + this.rest.length + line.length > MOST) {
      this.dropped += 1;
      return;
    }
    this.lines += line;
    if (!this.isScheduled) {
      this.isScheduled = true;
      setImmediate(this.flush);
    }
    if (this.failure === undefined && this.lines.length > PIECE) this.writeAll();
  }

  /** Why lines are missing, for `/readyz`; empty where none is. */
  notes(): string[] {
    const { failure, dropped } = this;
    const lost = dropped === 0 ? [] : [`${dropped} lines of the log were dropped`];
    if (failure === undefined) return lost;
    const what = failure === 'EAGAIN' ? 'nobody reads the log' : 'the log cannot be written';
    return [[`${what} (${failure})`, ...lost].join('; ')];
  }

  private readonly flush = (): void => {
    this.isScheduled = this.writeAll() !== undefined;
    if (!this.isScheduled) return;
    setTimeout(this.flush, this.failure === 'EAGAIN' ? PAUSE.EAGAIN : PAUSE.error).unref();
  };

  /** What waits at the end of the process is written then, as far as somebody takes it. */
  private readonly flushAtExit = (): void => {
    for (let tries = 0; tries < LAST_TRIES; tries += 1) {
      const before = this.lines.length + this.rest.length;
      if (this.writeAll() !== 'EAGAIN') return;
      if (this.lines.length + this.rest.length < before) tries = 0;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LAST_PAUSE);
    }
  };

  /** Writes as much as goes out now; returns the code of the failure where something is left. */
  private writeAll(): string | undefined {
    this.rest = Buffer.concat([this.rest, Buffer.from(this.lines)]);
    this.lines = '';
    this.failure = undefined;
    try {
      while (this.rest.length > 0) this.rest = this.rest.subarray(writeSync(this.fd, this.rest));
    } catch (error) {
      this.failure = (error as NodeJS.ErrnoException).code ?? 'none';
    }
    return this.failure;
  }
}
