import { randomUUID } from 'node:crypto';
import type { Database } from './database/database';
import type { ClaimRow } from './database/tables';
import type { Digest } from './digest';
import type { Health } from './health';
import { LocalClaims } from './local-claims';
import type { LeaseRequest, LeaseResponse } from './statements/leases';
import { retryWithin, TIMEOUTS, withTimeout } from './timeouts';

/** An event that one copy of the bot alone must answer. */
export interface Claimable {
  /** Every id that it may come under again; each in parts, such as a channel and a timestamp. */
  readonly ids: readonly (readonly string[])[];
  /** Slack sends it again. */
  readonly isRetry: boolean;
}

/** Who answers an event: this copy, nobody any more, or another copy that is still at work. */
export type Claim = OurClaim | { readonly state: 'answered' } | { readonly state: 'under way' };

/** The event is this copy's to answer; call `answered` or `release` at the end. */
export interface OurClaim {
  readonly state: 'ours';
  /** Another copy may have answered and died before it could say so: look before you answer. */
  readonly mayBeAnswered: boolean;
  /** The store is away, and another copy may have claimed the event as well: look after you answer. */
  readonly withoutStore: boolean;
  /** The answer is posted. Waits for the store only briefly, and never rejects. */
  answered(): Promise<void>;
  /** There is no answer; Slack's next try may go to any copy. Waits for the store only briefly, and never rejects. */
  release(): Promise<void>;
}

/**
 * How long a copy may stay silent before another takes its event over, in milliseconds. A copy at work renews its lease.
 * Slack's second retry comes after a minute, so the lease of a dead copy has ended by then.
 * Source: https://docs.slack.dev/apis/events-api#retries
 */
const LEASE = 20_000;

interface Parts {
  readonly database: Database;
  readonly digest: Digest;
  readonly health: Health;
  /** Writes a mark later, where the store is away. */
  readonly later: (row: ClaimRow) => void;
  /** In milliseconds; LEASE by default. */
  readonly lease?: number;
}

/** Leases on events. While the store is away, this copy decides from what it knows, and counts these claims. */
export class Claims {
  private readonly local = new LocalClaims();
  private readonly unfinished = new Set<Promise<unknown>>();
  private countWithoutStore = 0;

  constructor(private readonly parts: Parts) {}

  /** Events that were claimed without the store, since the start. */
  get withoutStore(): number {
    return this.countWithoutStore;
  }

  /** Never rejects, and takes less than two seconds. */
  async claim({ ids: idParts, isRetry }: Claimable): Promise<Claim> {
    const ids = idParts.map((parts) => this.parts.digest(...parts)).sort();
    const known = this.local.take(ids);
    if (known !== 'ours') return { state: known };
    const { lease = LEASE } = this.parts;
    const request = { ids, owner: randomUUID(), lease };
    const response = await this.takeLease(request);
    if (response === 'answered') this.local.set(ids, 'answered');
    if (response === 'under way') this.local.drop(ids);
    if (response === 'answered' || response === 'under way') return { state: response };
    const withoutStore = response === undefined;
    const mayBeAnswered = withoutStore || response.attempts > 1 || isRetry;
    return { ...this.ours(request), withoutStore, mayBeAnswered };
  }

  /** Resolves when no mark is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.unfinished);
  }

  private async takeLease(request: LeaseRequest): Promise<LeaseResponse | undefined> {
    const { database } = this.parts;
    const response = await this.useStore(() => database.ask('takeLease', request));
    if (response === undefined) this.countWithoutStore += 1;
    return response;
  }

  private ours(request: LeaseRequest): Pick<OurClaim, 'state' | 'answered' | 'release'> {
    const { database } = this.parts;
    const renewal = setInterval(() => {
      void this.useStore(() => database.ask('renewLease', request));
    }, request.lease / 3);
    renewal.unref();
    const end = async (write: Promise<unknown>): Promise<void> => {
      const ended = write.finally(() => {
        clearInterval(renewal);
        this.unfinished.delete(ended);
      });
      this.unfinished.add(ended);
      await withTimeout(TIMEOUTS.mark, ended).catch(() => undefined);
    };
    return {
      state: 'ours',
      answered: () => {
        this.local.set(request.ids, 'answered');
        // The lease is renewed until the store has the mark: it keeps other copies away.
        return end(this.mark(request));
      },
      release: () => {
        this.local.drop(request.ids);
        clearInterval(renewal);
        return end(this.useStore(() => database.ask('endLease', request)));
      },
    };
  }

  private async mark({ ids, owner }: LeaseRequest): Promise<void> {
    const { database, later } = this.parts;
    const rest = { at: Date.now(), owner, until: 0, answered: 1, takes: 1 };
    const rows = ids.map((id): ClaimRow => ({ id, ...rest }));
    const marked = await this.useStore(async () => {
      await database.ask('markAnswered', rows);
      return true;
    });
    if (marked === undefined) rows.forEach(later);
  }

  /** The store's response in time; undefined where the store is away. Nobody waits for a store that is known to be. */
  private async useStore<T>(ask: () => Promise<T>): Promise<T | undefined> {
    const { health } = this.parts;
    if (!health.isUp) return undefined;
    try {
      return await retryWithin(TIMEOUTS.claim, ask);
    } catch (error) {
      health.failed(error);
      return undefined;
    }
  }
}
