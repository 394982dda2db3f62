import { setTimeout as delay } from 'node:timers/promises';
import { withTimeout } from './with-timeout';

/** Between two looks at the store, in milliseconds. */
const PAUSE = { up: 5000, down: 1000 } as const;
/** How long one look may take, in milliseconds. */
const LOOK = 5000;

interface Parts {
  /** Opens the store where it is not open yet, or asks it something small. */
  readonly look: (stopped: AbortSignal) => Promise<void>;
  /** Told of every change. */
  readonly changed: (isUp: boolean, error?: unknown) => void;
}

/** Whether the store can be reached: looked at now and then, and told by everybody who found it out. */
export class Health {
  private readonly stopped = new AbortController();
  private up: boolean | undefined;
  private wake = new AbortController();
  private firstUp: () => void = () => undefined;
  /** Resolves when the store was reached for the first time. */
  readonly open = new Promise<void>((resolve) => (this.firstUp = resolve));

  constructor(private readonly parts: Parts) {
    void this.watch();
  }

  get isUp(): boolean {
    return this.up === true;
  }

  /** Somebody could not use the store. */
  failed(error: unknown): void {
    this.set(false, error);
  }

  /** From now on nobody can use the store. */
  stop(): void {
    this.up = false;
    this.stopped.abort();
    this.wake.abort();
  }

  private async watch(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      try {
        await withTimeout(LOOK, this.parts.look(this.stopped.signal));
        this.set(true);
      } catch (error) {
        this.set(false, error);
      }
      await this.pause();
    }
  }

  private async pause(): Promise<void> {
    this.wake = new AbortController();
    const ms = this.isUp ? PAUSE.up : PAUSE.down;
    const { signal } = this.wake;
    if (this.stopped.signal.aborted) return;
    await delay(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }

  private set(isUp: boolean, error?: unknown): void {
    if (this.up === isUp || this.stopped.signal.aborted) return;
    this.up = isUp;
    this.parts.changed(isUp, error);
    if (isUp) this.firstUp();
    // A store that failed is looked at soon, not when the long pause is over.
    if (!isUp) this.wake.abort();
  }
}
