import type { Logger } from 'pino';
import { measure } from '../measure';

/** Between two lines about the same reason, in milliseconds: many requests must not become as many lines. */
const PAUSE = 10_000;

interface Noted {
  at: number;
  since: number;
}

/** Logs what is refused: the first of a kind at once, then how many there were. */
export class Refusals {
  private readonly noted = new Map<string, Noted>();

  constructor(
    private readonly log: Logger,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @param reason one of a few fixed words: nothing that came with the request */
  note(reason: string): void {
    measure({ kind: 'refusal', reason });
    const noted = this.noted.get(reason);
    const now = this.now();
    if (noted !== undefined && now - noted.at < PAUSE) {
      noted.since += 1;
      return;
    }
    const before = noted?.since ?? 0;
    this.noted.set(reason, { at: now, since: 0 });
    this.log.warn({ reason, ...(before > 0 && { before }) }, 'refused');
  }
}

/** Notes each connection that the server refuses. */
export function noteDrops(refusals: Refusals): () => void {
  return () => {
    refusals.note('connections');
  };
}
