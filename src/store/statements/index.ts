import { sql } from 'kysely';
import type { Connected } from '../database/connected';
import { migrate } from '../database/migrate';
import type { ClaimRow, KeptTextRow } from '../database/tables';
import type { UsageRow } from '../usage-event';
import { endLease, renewLease, takeLease } from './leases';
import { readSummary } from './read-summary';
import { readUntaken } from './escalations';
import { deleteOld } from './retention';
import { markAnswered, writeBatch } from './write-batch';

/**
 * All that is asked of a database, by name. What is asked and what it gives are plain values: they may go from one thread
 * to another.
 */
const STATEMENTS = {
  /** Asks something small. */
  look: async ({ db }: Connected): Promise<void> => {
    await sql`select 1`.execute(db);
  },
  migrate: ({ db }: Connected): Promise<void> => migrate(db),
  write: ({ db }: Connected, writes: readonly UsageRow[]): Promise<void> => writeBatch(db, writes),
  takeLease,
  renewLease,
  endLease,
  markAnswered: ({ db }: Connected, rows: readonly ClaimRow[]): Promise<void> =>
    markAnswered(db, rows),
  readSummary,
  deleteOld,
  readUntaken,
  closeHanded: async ({ db, now }: Connected, id: string): Promise<void> => {
    await db
      .updateTable('handed')
      .set({ closed_at: now })
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .execute();
  },
  /** Every text that an asker gave, the oldest first. */
  readKeptTexts: ({ db }: Connected): Promise<KeptTextRow[]> =>
    db.selectFrom('kept_texts').selectAll().orderBy('at').orderBy('id').execute(),
};

type Statements = typeof STATEMENTS;

/** What a database can be asked. */
export type Statement = keyof Statements;
/** What it takes to ask it. */
export type Asked<S extends Statement> =
  Parameters<Statements[S]> extends [Connected, ...infer Rest] ? Rest : never;
/** What it gives. */
export type Given<S extends Statement> = Awaited<ReturnType<Statements[S]>>;

/** Asks a database something. */
export function executeStatement<S extends Statement>(
  connected: Connected,
  statement: S,
  asked: Asked<S>,
): Promise<Given<S>> {
  const ask = STATEMENTS[statement] as (
    connected: Connected,
    ...asked: readonly unknown[]
  ) => Promise<Given<S>>;
  return ask(connected, ...asked);
}
