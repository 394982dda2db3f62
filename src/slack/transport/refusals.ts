import type { Logger } from 'pino';

/** Between two lines about the same reason, in milliseconds: a flood of requests must not become one of lines. */
const PAUSE = 10_000;

interface Told {
  at: number;
  since: number;
}

/** Logs what is refused: the first of a kind at once, then how many there were. */
export class Refusals {
  private readonly told = new Map<string, Told>();

  constructor(
    private readonly log: Logger,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @param reason one of a few fixed words: nothing that came with the request */
  note(reason: string): void {
    const told = this.told.get(reason);
    const now = this.now();
    if (told !== undefined && now - told.at < PAUSE) {
      told.since += 1;
      return;
    }
    const before = told?.since ?? 0;
    this.told.set(reason, { at: now, since: 0 });
    this.log.warn({ reason, ...(before > 0 && { before }) }, 'refused');
  }
}
