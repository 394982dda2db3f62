/**
 * Counts work under way, so that a stop can wait for it: Bolt's own stop does not. It keeps none of it: a set of
 * promises leaves the tables that it outgrew behind, with what was in them, until the slow collection.
 */
export class InFlight {
  private count = 0;
  private readonly waiting: (() => void)[] = [];

  /** Runs a piece of work, which counts until it ends, well or not. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    this.count += 1;
    try {
      return await work();
    } finally {
      this.count -= 1;
      if (this.count === 0 && this.waiting.length > 0) setImmediate(this.tellEnd);
    }
  }

  /** One piece of work may begin the next as it ends. */
  private readonly tellEnd = (): void => {
    if (this.count === 0) for (const resolve of this.waiting.splice(0)) resolve();
  };

  /** Resolves when nothing is under way any more, or after `atMostMs`. */
  async drained(atMostMs: number): Promise<void> {
    if (this.count === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, atMostMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
