import { setTimeout as delay } from 'node:timers/promises';

/** What a recorder holds at most. */
export interface Bounds {
  /** Of entries that wait. */
  readonly most: number;
  /** How long one waits, in milliseconds. */
  readonly oldest: number;
}

export const BOUNDS: Bounds = { most: 10_000, oldest: 3_600_000 };

const BATCH = 200;
/**
 * How long the first entry waits for others, in milliseconds: a batch costs a database about as much as a single row, and
 * nobody looks for a record within the blink of an eye.
 */
const GATHERING = 100;
/** Between two tries, in milliseconds; doubled each time. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5000;
/** Losses are told at most this often, in milliseconds. */
const TELL_EVERY = 60_000;

interface Parts<T> {
  readonly write: (batch: readonly T[]) => Promise<void>;
  /** Told how many were given up since the last time. */
  readonly gaveUp: (count: number) => void;
  readonly bounds?: Bounds;
}

interface Waiting<T> {
  readonly since: number;
  readonly entry: T;
}

/**
 * Writes behind: who adds an entry never waits and never sees a failure. Entries wait in memory, up to a bound in number
 * and age, and the oldest are given up beyond it.
 */
export class Recorder<T> {
  private isStopping = false;
  private pausing = new AbortController();
  private queue: Waiting<T>[] = [];
  private writing = 0;
  private running: Promise<void> | undefined;
  private failing = false;
  private lostTotal = 0;
  private untold = 0;
  private toldAt = -Infinity;

  constructor(private readonly parts: Parts<T>) {}

  add(entry: T): void {
    this.queue.push({ since: performance.now(), entry });
    this.trim();
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  /** Entries that are not written yet. */
  get waiting(): number {
    return this.queue.length + this.writing;
  }

  /** Whether the last try to write failed. */
  get isFailing(): boolean {
    return this.failing;
  }

  /** Entries that were given up since the start. */
  get lost(): number {
    return this.lostTotal;
  }

  /** Tries again now: there is reason to think that it works. */
  hurry(): void {
    this.pausing.abort();
  }

  /** Tries to write what is left, for `atMostMs`; what is left then is given up. */
  async stop(atMostMs: number): Promise<void> {
    this.isStopping = true;
    this.hurry();
    await Promise.race([this.running, delay(atMostMs, undefined, { ref: false })]);
    this.giveUp(this.waiting);
    this.queue = [];
    this.tell(true);
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (this.queue.length > 0) {
      if (this.queue.length < BATCH && !this.isStopping) await this.pause(GATHERING);
      if (await this.writeSome()) {
        pause = FIRST_PAUSE;
        continue;
      }
      if (this.isStopping) return;
      await this.pause(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  private async writeSome(): Promise<boolean> {
    const batch = this.queue.splice(0, BATCH);
    this.writing = batch.length;
    try {
      await this.parts.write(batch.map(({ entry }) => entry));
      this.failing = false;
      return true;
    } catch {
      this.failing = true;
      this.queue.unshift(...batch);
      return false;
    } finally {
      this.writing = 0;
      this.trim();
      this.tell(this.queue.length === 0);
    }
  }

  private async pause(ms: number): Promise<void> {
    this.pausing = new AbortController();
    const { signal } = this.pausing;
    await delay(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }

  private trim(): void {
    const { most, oldest } = this.parts.bounds ?? BOUNDS;
    const since = performance.now() - oldest;
    const firstYoung = this.queue.findIndex((one) => one.since >= since);
    const old = firstYoung === -1 ? this.queue.length : firstYoung;
    const lost = Math.max(old, this.waiting - most);
    if (lost <= 0) return;
    this.queue.splice(0, lost);
    this.giveUp(lost);
    this.tell(false);
  }

  private giveUp(count: number): void {
    this.lostTotal += count;
    this.untold += count;
  }

  /** One line for many losses, not one for each. */
  private tell(atOnce: boolean): void {
    if (this.untold === 0) return;
    if (!atOnce && performance.now() - this.toldAt < TELL_EVERY) return;
    this.toldAt = performance.now();
    this.parts.gaveUp(this.untold);
    this.untold = 0;
  }
}
