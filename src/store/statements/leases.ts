import { sql } from 'kysely';
import type { Connected } from '../database/connected';

/** What the store knows of an event that somebody wants to take up. */
export type Taken = 'answered' | 'under way' | { readonly takes: number };

/** An event, by all its ids, and who takes it up. */
export interface Wanted {
  /** Sorted, so that two copies never wait for each other. */
  readonly ids: readonly string[];
  readonly owner: string;
  /** How long the lease lasts, in milliseconds. */
  readonly lease: number;
}

/**
 * Takes an event up if nobody has, or if whoever did fell silent: all its ids or none. One statement, since an answer
 * waits for it.
 */
export async function takeLease(connected: Connected, wanted: Wanted): Promise<Taken> {
  const { db, now } = connected;
  const { ids, owner, lease } = wanted;
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
        // The same one asks again where the answer to its first try was lost.
        .where((eb) => eb.or([eb('claims.until', '<', now), eb('claims.owner', '=', owner)])),
    )
    .returning('takes')
    .execute();
  if (taken.length === ids.length) return { takes: Math.max(...taken.map(({ takes }) => takes)) };
  await endLease(connected, wanted);
  return await whoElse(connected, ids);
}

/** How far the one is who has the rest. */
async function whoElse({ db }: Connected, ids: readonly string[]): Promise<Taken> {
  const rows = await db.selectFrom('claims').select('answered').where('id', 'in', ids).execute();
  return rows.some(({ answered }) => answered === 1) ? 'answered' : 'under way';
}

/** Says that whoever has the event is still at work. */
export async function renewLease({ db, now }: Connected, wanted: Wanted): Promise<void> {
  await setEnd(db, wanted, endOf(now, wanted.lease));
}

/** Lets go of an event that could not be answered: the next copy need not wait. */
export async function endLease({ db }: Connected, wanted: Wanted): Promise<void> {
  await setEnd(db, wanted, sql<number>`0`);
}

async function setEnd(
  db: Connected['db'],
  { ids, owner }: Wanted,
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
