import type { Routed } from '../../router/types';
import type { Question } from './questions';
import { type Share, shareOf } from './share';

/** A question with the router's decision. */
export interface Judged {
  readonly question: Question;
  readonly routed: Routed;
}

export interface Scores {
  readonly routeAccuracy: Share;
  readonly rightOrOffered: Share;
  readonly programAccuracy: Share;
  readonly outOfScopeRecall: Share;
  readonly askedWhereDue: Share;
  readonly confidentlyWrong: Share;
}

/** The scores and their names, in display order. */
export const SCORE_NAMES = {
  routeAccuracy: 'route accuracy',
  rightOrOffered: 'right or offered',
  outOfScopeRecall: 'out-of-scope recall',
  confidentlyWrong: 'confidently wrong',
  programAccuracy: 'program accuracy',
  askedWhereDue: 'asked when ambiguous',
} as const satisfies Record<keyof Scores, string>;

/** Scores a router on labeled questions. Each share counts only the questions that the score applies to. */
export function score(judged: readonly Judged[]): Scores {
  const labelled = (outcome: Question['outcome']): Judged[] =>
    judged.filter(({ question }) => question.outcome === outcome);
  const share = (items: readonly Judged[], hit: (item: Judged) => boolean): Share =>
    shareOf(items.filter(hit).length, items.length);
  const answers = labelled('answer');
  return {
    routeAccuracy: share(answers, isRight),
    rightOrOffered: share(answers, (item) => isRight(item) || isOffered(item)),
    programAccuracy: share(answers, ({ question, routed }) => routed.program === question.program),
    outOfScopeRecall: share(labelled('none'), ({ routed }) => routed.outcome === 'none'),
    askedWhereDue: share(labelled('clarify'), isAskedWell),
    confidentlyWrong: share(judged, isConfidentlyWrong),
  };
}

/** The routes that count as right. */
export function acceptable({ route, accept }: Question): readonly string[] {
  return route === null ? accept : [route, ...accept];
}

export function isRight({ question, routed }: Judged): boolean {
  return routed.outcome === 'answer' && acceptable(question).includes(routed.route);
}

export function isOffered({ question, routed }: Judged): boolean {
  return (
    routed.outcome === 'clarify' &&
    routed.alternatives.some(({ route }) => acceptable(question).includes(route))
  );
}

export function isConfidentlyWrong(item: Judged): boolean {
  if (item.routed.outcome !== 'answer') return false;
  return item.question.outcome === 'none' || !isRight(item);
}

/** The expected outcome of a label, with the right route if there is one. */
export function wentAsLabelled(item: Judged): boolean {
  return item.question.outcome === 'answer'
    ? isRight(item)
    : item.routed.outcome === item.question.outcome;
}

function isAskedWell({ question, routed }: Judged): boolean {
  if (routed.outcome !== 'clarify') return false;
  const hits = routed.alternatives.filter(({ route }) => question.accept.includes(route));
  return hits.length >= 2;
}
