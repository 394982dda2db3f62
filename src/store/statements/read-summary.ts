import type { Connected } from '../database/connected';
import { readCounts } from './read-counts';
import { summarize, type TwoSummaries } from '../summary';

const DAY = 86_400_000;

/** The last so many days, by the database's clock, and as many before them. */
export async function readSummary({ db, now }: Connected, days: number): Promise<TwoSummaries> {
  const clock = await db.selectNoFrom(now.as('now')).executeTakeFirstOrThrow();
  // What was recorded in this very millisecond counts too.
  const to = clock.now + 1;
  const length = days * DAY;
  const spans = [
    { from: to - length, to },
    { from: to - 2 * length, to: to - length },
  ] as const;
  return {
    current: summarize(await readCounts(db, spans[0]), spans[0]),
    previous: summarize(await readCounts(db, spans[1]), spans[1]),
  };
}
