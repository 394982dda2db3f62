const MOST = 1000;

/** Remembers which messages were taken up, so that one that comes again is not answered again. */
export class AnsweredOnce {
  private readonly seen = new Set<string>();

  /** Whether the message is taken up now for the first time. */
  take(channel: string, ts: string): boolean {
    const key = `${channel} ${ts}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    if (this.seen.size > MOST) {
      const [oldest] = this.seen;
      if (oldest !== undefined) this.seen.delete(oldest);
    }
    return true;
  }
}
