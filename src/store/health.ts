import { setTimeout as delay } from 'node:timers/promises';

/**
 * Between two looks at the store, in milliseconds. A store that failed counts as down for that long at least: nobody
 * waits for it meanwhile.
 */
const PAUSE = { up: 5000, down: 1000 } as const;

interface Parts {
  /** Opens the store where it is not open yet, and writes something small. */
  readonly look: (isUp: boolean, stopped: AbortSignal) => Promise<void>;
  /** Told of every change. */
  readonly changed: (isUp: boolean, error?: unknown) => void;
}

/** Whether the store can be written: it is probed at intervals, and whoever could not use it says so. */
export class Health {
  private readonly stopped = new AbortController();
  private up: boolean | undefined;
  private error: unknown;
  private wake = new AbortController();
  private firstUp: () => void = () => undefined;
  /** Resolves when the store was reached for the first time. */
  readonly open = new Promise<void>((resolve) => (this.firstUp = resolve));

  constructor(private readonly parts: Parts) {
    void this.watch();
  }

  /** Why the store is down; undefined while it is up, and before the first look. */
  get failure(): unknown {
    return this.error;
  }

  get isUp(): boolean {
    return this.up === true;
  }

  /** Somebody could not use the store: it is down until a look succeeds. */
  failed(error: unknown): void {
    this.set(false, error);
  }

  /** There is reason to look now. */
  doubt(): void {
    if (this.isUp) this.wake.abort();
  }

  /** From now on the store counts as down, and is not looked at. */
  stop(): void {
    this.up = false;
    this.stopped.abort();
    this.wake.abort();
  }

  private async watch(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      try {
        await this.parts.look(this.isUp, this.stopped.signal);
        this.set(true);
      } catch (error) {
        this.set(false, error);
      }
      await this.pauseBetweenLooks();
    }
  }

  private async pauseBetweenLooks(): Promise<void> {
    const before = this.up;
    await this.pause(before === true ? PAUSE.up : PAUSE.down);
    if (before !== this.up) await this.pause(PAUSE.down);
  }

  private async pause(ms: number): Promise<void> {
    this.wake = new AbortController();
    const { signal } = this.wake;
    if (this.stopped.signal.aborted) return;
    await delay(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }

  private set(isUp: boolean, error?: unknown): void {
    if (this.up === isUp || this.stopped.signal.aborted) return;
    this.up = isUp;
    this.error = error;
    this.parts.changed(isUp, error);
    if (isUp) this.firstUp();
    // The long pause of a store that was up ends here.
    else this.wake.abort();
  }
}
