import type { Claim, Claimable } from './claims';
import type { UsageEvent } from './usage-event';
import type { TwoSummaries, UntakenEscalation } from './summary';

/** Records on their way to the store. */
export interface StoreCounts {
  /** In memory, not written yet. */
  readonly waiting: number;
  /** Given up since the start. */
  readonly lost: number;
}

/** What the bot remembers, and how it shares its work with other copies. */
export interface Store {
  /** Records are deleted after this many days. */
  readonly retentionDays: number;
  /** Keeps what happened, soon. Never throws and never waits. */
  record(happened: UsageEvent): void;
  /** Claims an event, or says who has it. Never rejects, and takes less than two seconds. */
  claim(wish: Claimable): Promise<Claim>;
  /**
   * Counts the last `days` days, and as many before them.
   *
   * @throws where the store is away
   */
  summary(days: number): Promise<TwoSummaries>;
  /**
   * The team is done with a question that was handed to it.
   *
   * @throws where the store is away
   */
  close(id: string): Promise<void>;
  /**
   * The open escalations since a moment that no step is known of, the oldest first, 100 at most.
   *
   * @param since milliseconds since 1970
   * @throws where the store is away
   */
  untaken(since: number): Promise<UntakenEscalation[]>;
  /** What `/readyz` must say; empty when all is well. */
  problems(): readonly string[];
  counts(): StoreCounts;
  /** Resolves when the store was reached for the first time, or after `atMostMs`. */
  opened(atMostMs: number): Promise<void>;
  /**
   * Writes what waits, and closes the database.
   *
   * @param atMostMs for the writes, in milliseconds
   * @param closingMs for the closing, in milliseconds
   */
  stop(atMostMs: number, closingMs?: number): Promise<void>;
}
