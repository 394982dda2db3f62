/** Counts work under way, so that a stop can wait for it: Bolt's own stop does not. */
export class UnderWay {
  private readonly works = new Set<Promise<unknown>>();

  /** Runs and remembers a piece of work until it ends, well or not. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    const running = work();
    this.works.add(running);
    try {
      return await running;
    } finally {
      this.works.delete(running);
    }
  }

  /** Resolves when nothing is under way any more, or after `atMostMs`. */
  async ended(atMostMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, atMostMs);
    });
    const all = async (): Promise<void> => {
      while (this.works.size > 0) await Promise.allSettled(this.works);
    };
    await Promise.race([all(), late]);
    clearTimeout(timer);
  }
}
