import type { Insertable, Kysely, Transaction } from 'kysely';
import type { ClaimRow, Tables, VoteRow } from '../database/tables';
import type { UsageRow } from '../usage-event';

/** Writes rows in one transaction. A row that is there already stays, but for votes and marks: the last one counts. */
export async function writeBatch(db: Kysely<Tables>, writes: readonly UsageRow[]): Promise<void> {
  const rows = <T extends keyof Tables>(table: T): Tables[T][] => rowsOf(writes, table);
  await db.transaction().execute(async (transaction) => {
    for (const table of [
      'answers',
      'choices',
      'handed',
      'escalation_steps',
      'kept_texts',
    ] as const) {
      await insertNew(transaction, table, rows(table));
    }
    await insertVotes(transaction, rows('votes'));
    await markAnswered(transaction, rows('claims'));
  });
}

/** The rows for one table; of rows with one id, the last. */
function rowsOf<T extends keyof Tables>(writes: readonly UsageRow[], table: T): Tables[T][] {
  const own = writes.filter((write) => write.table === table);
  return [...new Map(own.map(({ row }) => [row.id, row])).values()] as Tables[T][];
}

async function insertNew<T extends keyof Tables>(
  transaction: Transaction<Tables>,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .insertInto(table)
    .values(rows as Insertable<Tables[T]>[])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertVotes(transaction: Transaction<Tables>, rows: VoteRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .insertInto('votes')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        helped: eb.ref('excluded.helped'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute();
}

/** Says that events were answered, also where their claim never reached the database. In a fixed order: no deadlock. */
export async function markAnswered(db: Kysely<Tables>, rows: readonly ClaimRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('claims')
    .values([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)))
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ answered: 1 }))
    .execute();
}
