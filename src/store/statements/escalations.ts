import type { ExpressionBuilder } from 'kysely';
import type { Connected } from '../database/connected';
import type { Tables } from '../database/tables';
import type { UntakenEscalation } from '../summary';

/** Escalations that are read at once. */
const MOST = 100;

type Handed = ExpressionBuilder<Tables, 'handed'>;

/** Selects the escalations that are neither answered nor closed. */
export function openEscalations(db: Connected['db']) {
  return db
    .selectFrom('handed')
    .where('closed_at', 'is', null)
    .where((eb) =>
      eb.not(eb.exists(stepsOf(eb).select('id').where('step', 'in', ['answered', 'closed']))),
    );
}

/** A column: 1 where somebody took the escalation, else 0. */
export function withTaken(eb: Handed) {
  const taken = eb.exists(stepsOf(eb).select('id').where('step', '=', 'taken'));
  return eb.case().when(taken).then(1).else(0).end().as('taken');
}

/**
 * The open escalations since a moment that no step is known of, the oldest first.
 *
 * @param since milliseconds since 1970
 */
export function readUntaken({ db }: Connected, since: number): Promise<UntakenEscalation[]> {
  return openEscalations(db)
    .where('at', '>=', since)
    .where((eb) => eb.not(eb.exists(stepsOf(eb).select('id'))))
    .select(['id', 'at', 'channel', 'ts'])
    .orderBy('at')
    .limit(MOST)
    .execute();
}

function stepsOf(eb: Handed) {
  return eb
    .selectFrom('escalation_steps')
    .whereRef('escalation_steps.escalation', '=', 'handed.id');
}
