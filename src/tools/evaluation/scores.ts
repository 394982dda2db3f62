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
  readonly rightAtFirstSight: Share;
  readonly rightInOnePress: Share;
  readonly wrongAtFirstSight: Share;
}

/** The scores and their names, in display order. */
export const SCORE_NAMES = {
  rightAtFirstSight: 'right at first sight',
  rightInOnePress: 'right in one press',
  wrongAtFirstSight: 'wrong at first sight',
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
    rightAtFirstSight: share(answers, isRightAtFirstSight),
    rightInOnePress: share(answers, (item) => isRightAtFirstSight(item) || isOffered(item)),
    wrongAtFirstSight: share(judged, isWrongAtFirstSight),
  };
}

/** The routes that count as right. */
export function acceptable({ route, accept }: Question): readonly string[] {
  return route === null ? accept : [route, ...accept];
}

/** The route whose answer the person sees at once, of an answer or of a guess; null where there is none. */
export function shownRoute(routed: Routed): string | null {
  switch (routed.outcome) {
    case 'answer':
      return routed.route;
    case 'clarify':
      return routed.guess?.route ?? null;
    case 'none':
      return null;
  }
}

export function isRightAtFirstSight({ question, routed }: Judged): boolean {
  const shown = shownRoute(routed);
  return shown !== null && acceptable(question).includes(shown);
}

export function isWrongAtFirstSight(item: Judged): boolean {
  const isShown = shownRoute(item.routed) !== null;
  return isShown && (item.question.outcome === 'none' || !isRightAtFirstSight(item));
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
