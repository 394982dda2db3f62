import { acceptable, wentAsLabelled } from '../evaluation/scores';
import type { Router } from '../../router/router';
import type { Routed } from '../../router/types';
import type { Case } from './cases';

/** The result for a text: right, or how it differs from its label. */
export type Grade = 'right' | 'asked' | 'silent' | 'wrong';

/** A text that the two rule books route differently. */
export interface RouteChange {
  readonly origin: Case['origin'];
  readonly id: string;
  /** Null if the text is held out. */
  readonly text: string | null;
  readonly wanted: string;
  readonly before: string;
  readonly after: string;
  readonly kind: ChangeKind;
}

export type ChangeKind = 'now right' | 'now wrong' | 'now asked' | 'now silent' | 'other';

export type Grades = Readonly<Record<Grade, number>>;

/** The results of all texts of one origin, before and after. */
export interface Tally {
  readonly origin: Case['origin'];
  readonly count: number;
  readonly before: Grades;
  readonly after: Grades;
}

export interface RouteChanges {
  readonly tallies: readonly Tally[];
  readonly changes: readonly RouteChange[];
}

/** Routes every text with both rule books, and returns the changes. */
export function findRouteChanges(
  cases: readonly Case[],
  before: Router,
  after: Router,
): RouteChanges {
  const compared = cases.map((one) => ({
    one,
    before: judge(one, before),
    after: judge(one, after),
  }));
  const tallies = (['question', 'example'] as const).map((origin) => {
    const own = compared.filter(({ one }) => one.origin === origin);
    return {
      origin,
      count: own.length,
      before: count(own.map((item) => item.before.grade)),
      after: count(own.map((item) => item.after.grade)),
    };
  });
  return { tallies, changes: compared.flatMap(toChange) };
}

interface Judgement {
  readonly grade: Grade;
  /** The result in words. */
  readonly outcome: string;
}

function judge({ question }: Case, router: Router): Judgement {
  const routed = router.route(question.text, { surface: question.surface });
  return { grade: gradeOf({ question, routed }), outcome: outcomeOf(routed) };
}

function gradeOf(judged: Parameters<typeof wentAsLabelled>[0]): Grade {
  if (wentAsLabelled(judged)) return 'right';
  return ({ answer: 'wrong', clarify: 'asked', none: 'silent' } as const)[judged.routed.outcome];
}

function outcomeOf(routed: Routed): string {
  switch (routed.outcome) {
    case 'answer':
      return routed.program === null ? routed.route : `${routed.route} (${routed.program})`;
    case 'clarify':
      return `asks: ${routed.alternatives
        .map(({ route }) => route)
        .sort()
        .join(' or ')}`;
    case 'none':
      return 'no answer';
  }
}

function count(grades: readonly Grade[]): Grades {
  const of = (grade: Grade): number => grades.filter((one) => one === grade).length;
  return { right: of('right'), asked: of('asked'), silent: of('silent'), wrong: of('wrong') };
}

function toChange(compared: {
  readonly one: Case;
  readonly before: Judgement;
  readonly after: Judgement;
}): RouteChange[] {
  const { one, before, after } = compared;
  if (before.outcome === after.outcome) return [];
  const { question, hidden, origin } = one;
  return [
    {
      origin,
      id: question.id,
      text: hidden ? null : question.text,
      wanted: wantedOf(one),
      before: before.outcome,
      after: after.outcome,
      kind: before.grade === after.grade ? 'other' : (`now ${after.grade}` as const),
    },
  ];
}

function wantedOf({ question }: Case): string {
  if (question.outcome === 'none') return 'no answer';
  const routes = acceptable(question).join(' or ');
  return question.outcome === 'clarify' ? `asks: ${routes}` : routes;
}
