import { sql } from 'kysely';
import type { Connected } from '../database/connected';

/** What the store says to a claim: a lease and which attempt it is, or how far another copy is. */
export type LeaseResponse = 'answered' | 'under way' | { readonly attempts: number };

/** An event, by all its ids, and who claims it. */
export interface LeaseRequest {
  /** Sorted, so that two copies never wait for each other. */
  readonly ids: readonly string[];
  readonly owner: string;
  /** How long the lease lasts, in milliseconds. */
  readonly lease: number;
}

/**
 * Leases an event that nobody holds, or whose holder fell silent: all its ids or none. One statement, since an answer
 * waits for it.
 */
export async function takeLease(
  connected: Connected,
  request: LeaseRequest,
): Promise<LeaseResponse> {
  const { db, now } = connected;
  const { ids, owner, lease } = request;
  const row = { owner, at: now, until: endOf(now, lease), answered: 0, takes: 1 };
  const taken = await db
    .insertInto('claims')
    .values(ids.map((id) => ({ id, ...row })))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({
          owner: eb.ref('excluded.owner'),
          until: eb.ref('excluded.until'),
          takes: eb('claims.takes', '+', 1),
        }))
        .where('claims.answered', '=', 0)
        // The owner retries where the response to its first try was lost.
        .where((eb) => eb.or([eb('claims.until', '<', now), eb('claims.owner', '=', owner)])),
    )
    .returning('takes')
    .execute();
  if (taken.length === ids.length) {
    return { attempts: Math.max(...taken.map(({ takes }) => takes)) };
  }
  await endLease(connected, request);
  return await otherHolder(connected, ids);
}

/** How far the copy is that holds the rest. */
async function otherHolder({ db }: Connected, ids: readonly string[]): Promise<LeaseResponse> {
  const rows = await db.selectFrom('claims').select('answered').where('id', 'in', ids).execute();
  return rows.some(({ answered }) => answered === 1) ? 'answered' : 'under way';
}

/** Extends a lease: its holder is still at work. */
export async function renewLease({ db, now }: Connected, request: LeaseRequest): Promise<void> {
  await setEnd(db, request, endOf(now, request.lease));
}

/** Ends the lease on an event that could not be answered, so that the next copy need not wait. */
export async function endLease({ db }: Connected, request: LeaseRequest): Promise<void> {
  await setEnd(db, request, sql<number>`0`);
}

/**
 * Does what a claim does, so that a store that passes can take claims: it writes two rows, under ids of
 * no event, and deletes them.
 *
 * @param copy tells this copy of the bot from others
 */
export async function probe(connected: Connected, copy: string): Promise<void> {
  const ids = [`probe 1 ${copy}`, `probe 2 ${copy}`];
  await takeLease(connected, { ids, owner: copy, lease: 0 });
  await connected.db.deleteFrom('claims').where('id', 'in', ids).execute();
}

async function setEnd(
  db: Connected['db'],
  { ids, owner }: LeaseRequest,
  until: Connected['now'],
): Promise<void> {
  await db
    .updateTable('claims')
    .set({ until })
    .where('id', 'in', ids)
    .where('owner', '=', owner)
    .execute();
}

function endOf(now: Connected['now'], lease: number): Connected['now'] {
  return sql<number>`${now} + ${sql.lit(lease)}`;
}
