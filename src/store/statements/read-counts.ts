import type { Connected } from '../database/connected';
import { openEscalations, withTaken } from './escalations';
import type { Counts } from '../summary';

/** A span of time in milliseconds since 1970, without its end. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Open questions that are listed; all are counted. */
const LISTED = 10;

/** Counts what happened in a span of time. */
export async function readCounts(db: Connected['db'], span: Span): Promise<Counts> {
  return {
    answers: await countAnswers(db, span),
    votes: await countVotes(db, span),
    choices: await countChoices(db, span),
    handed: await countEscalations(db, span),
    open: await openQuestions(db),
  };
}

function countAnswers(
  db: Connected['db'],
  { from, to }: Span,
): Promise<Counts['answers'][number][]> {
  const columns = ['surface', 'outcome', 'route', 'topic', 'program'] as const;
  return db
    .selectFrom('answers')
    .select([...columns, (eb) => eb.fn.countAll<number>().as('count')])
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(columns)
    .execute();
}

function countVotes(db: Connected['db'], { from, to }: Span): Promise<Counts['votes'][number][]> {
  return db
    .selectFrom('votes')
    .select(['route', 'helped', (eb) => eb.fn.countAll<number>().as('count')])
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(['route', 'helped'])
    .execute();
}

function countChoices(
  db: Connected['db'],
  { from, to }: Span,
): Promise<Counts['choices'][number][]> {
  return db
    .selectFrom('choices')
    .select(['kind', 'route', (eb) => eb.fn.countAll<number>().as('count')])
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(['kind', 'route'])
    .execute();
}

async function countEscalations(db: Connected['db'], { from, to }: Span): Promise<number> {
  const { count } = await db
    .selectFrom('handed')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('at', '>=', from)
    .where('at', '<', to)
    .executeTakeFirstOrThrow();
  return count;
}

async function openQuestions(db: Connected['db']): Promise<Counts['open']> {
  const open = openEscalations(db);
  const { count } = await open
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const newest = await open
    .select(['id', 'at', 'link', 'channel', withTaken])
    .orderBy('at', 'desc')
    .limit(LISTED)
    .execute();
  return { count, newest: newest.map((one) => ({ ...one, taken: one.taken > 0 })) };
}
