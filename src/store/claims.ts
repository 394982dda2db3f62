import { randomUUID } from 'node:crypto';
import type { Database } from './database/database';
import type { ClaimRow } from './database/tables';
import type { Digest } from './digest';
import type { Health } from './health';
import { LocalClaims } from './local-claims';
import { retryWithin } from './with-timeout';
import type { Taken, Wanted } from './statements/leases';

/** Something that one copy alone shall do. */
export interface Claimable {
  /** Every id that it may come again under; each in parts, such as a channel and a timestamp. */
  readonly ids: readonly (readonly string[])[];
  /** Slack sends it once more. */
  readonly isRetry: boolean;
}

/** Who answers an event: this copy, or nobody any more, or another that is still at it. */
export type Claim = OurClaim | { readonly state: 'answered' } | { readonly state: 'under way' };

/** The event is this copy's to answer; call `answered` or `release` at the end. */
export interface OurClaim {
  readonly state: 'ours';
  /** Somebody may have answered and died before saying so: look before answering. */
  readonly again: boolean;
  /** The store was away, and another copy may have taken the same up: look after answering. */
  readonly alone: boolean;
  /** The answer is posted. */
  answered(): Promise<void>;
  /** There is no answer; Slack's next try may go to any copy. */
  release(): Promise<void>;
}

/**
 * How long an answer may wait for the store at the moment when it goes away, in milliseconds; later ones do not wait.
 * Half of what Slack waits for an acknowledgement.
 */
const PATIENCE = 1500;

/**
 * How long a copy may stay silent before another takes its event over, in milliseconds. A copy at work renews its lease;
 * Slack's second retry comes after a minute, so a dead copy's lease has ended by then.
 * Source: https://docs.slack.dev/apis/events-api#retries
 */
const LEASE = 20_000;

interface Parts {
  readonly database: Database;
  readonly digest: Digest;
  readonly health: Health;
  /** Writes a mark later, where the store is away. */
  readonly later: (row: ClaimRow) => void;
  /** In milliseconds; LEASE unless told otherwise. */
  readonly lease?: number;
}

/** Leases on events. Where the store is away, this copy decides from what it knows, and counts that. */
export class Claims {
  private readonly local = new LocalClaims();
  private aloneCount = 0;

  constructor(private readonly parts: Parts) {}

  /** Events that were taken up without the store, since the start. */
  get alone(): number {
    return this.aloneCount;
  }

  /** Never rejects, and takes less than two seconds. */
  async claim(wish: Claimable): Promise<Claim> {
    const ids = wish.ids.map((parts) => this.parts.digest(...parts)).sort();
    const known = this.local.take(ids);
    if (known !== 'ours') return { state: known };
    const { lease = LEASE } = this.parts;
    const wanted = { ids, owner: randomUUID(), lease };
    const taken = await this.take(wanted);
    if (taken === 'answered') this.local.set(ids, 'answered');
    if (taken === 'under way') this.local.drop(ids);
    if (taken === 'answered' || taken === 'under way') return { state: taken };
    const alone = taken.takes === 0;
    return { ...this.ours(wanted), alone, again: alone || taken.takes > 1 || wish.isRetry };
  }

  private async take(wanted: Wanted): Promise<Taken> {
    const { database } = this.parts;
    const taken = await this.try(() => database.ask('takeLease', wanted));
    if (taken !== undefined) return taken;
    this.aloneCount += 1;
    return { takes: 0 };
  }

  private ours(wanted: Wanted): Omit<OurClaim, 'again' | 'alone'> {
    const { database } = this.parts;
    const renewal = setInterval(() => {
      void this.try(() => database.ask('renewLease', wanted));
    }, wanted.lease / 3);
    renewal.unref();
    return {
      state: 'ours',
      answered: async () => {
        clearInterval(renewal);
        this.local.set(wanted.ids, 'answered');
        await this.mark(wanted);
      },
      release: async () => {
        clearInterval(renewal);
        this.local.drop(wanted.ids);
        await this.try(() => database.ask('endLease', wanted));
      },
    };
  }

  private async mark({ ids, owner }: Wanted): Promise<void> {
    const { database, later } = this.parts;
    const rest = { at: Date.now(), owner, until: 0, answered: 1, takes: 1 };
    const rows = ids.map((id): ClaimRow => ({ id, ...rest }));
    const marked = await this.try(async () => {
      await database.ask('markAnswered', rows);
      return true;
    });
    if (marked === undefined) rows.forEach(later);
  }

  /** What the store says in time; undefined where it is away. One that was found away is not waited for again. */
  private async try<T>(ask: () => Promise<T>): Promise<T | undefined> {
    const { health } = this.parts;
    if (!health.isUp) return undefined;
    try {
      return await retryWithin(PATIENCE, ask);
    } catch (error) {
      health.failed(error);
      return undefined;
    }
  }
}
