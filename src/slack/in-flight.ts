/**
 * Counts work in flight, so that the bot can refuse more of it, and a stop can wait for it: Bolt's own stop does not.
 * It keeps no promise: a set of them leaves the tables that it outgrew behind, with what was in them, until the slow
 * garbage collection.
 */
export class InFlight {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** How many pieces of work have not ended. */
  get count(): number {
    return this.running;
  }

  /** Runs a piece of work, which counts until it ends, well or not. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      if (this.running === 0 && this.waiting.length > 0) setImmediate(this.tellEnd);
    }
  }

  /** One piece of work may begin the next as it ends. */
  private readonly tellEnd = (): void => {
    if (this.running === 0) for (const resolve of this.waiting.splice(0)) resolve();
  };

  /** Resolves when nothing is in flight any more. */
  async drained(): Promise<void> {
    if (this.running === 0) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
