import { setTimeout as delay } from 'node:timers/promises';
import type { Connected } from '../database/connected';
import type { Tables } from '../database/tables';

const DAY = 86_400_000;
/** Rows deleted at once: a long delete would hold up every other statement. */
const BATCH = 500;
/** Slack sends an event again for minutes, not days. */
const CLAIM_DAYS = 2;

const TABLES = [
  'answers',
  'votes',
  'choices',
  'handed',
  'escalation_steps',
  'kept_texts',
  'claims',
] as const;

/**
 * Deletes what is older than `days` days, in small batches.
 *
 * @returns how many rows went
 */
export async function deleteOld({ db, now, purge }: Connected, days: number): Promise<number> {
  const clock = await db.selectNoFrom(now.as('now')).executeTakeFirstOrThrow();
  let deleted = 0;
  for (const table of TABLES) {
    const kept = table === 'claims' ? Math.min(days, CLAIM_DAYS) : days;
    deleted += await deleteBefore(db, table, clock.now - kept * DAY);
  }
  if (deleted > 0) await purge?.execute(db);
  return deleted;
}

async function deleteBefore(
  db: Connected['db'],
  table: keyof Tables,
  moment: number,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const old = db.selectFrom(table).select('id').where('at', '<', moment).limit(BATCH);
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('id', 'in', old)
      .executeTakeFirstOrThrow();
    deleted += Number(numDeletedRows);
    if (Number(numDeletedRows) < BATCH) return deleted;
    // Other statements come in between.
    await delay(10);
  }
}
