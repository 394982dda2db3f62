import type { Routed } from '../../router/types';
import type { Question } from './questions';
import {
  acceptable,
  isConfidentlyWrong,
  isOffered,
  isRight,
  type Judged,
  score,
  type Scores,
  wentAsLabelled,
} from './scores';

/** Scores of a part of the questions: those of one route or one surface. */
export interface PartScores {
  readonly name: string;
  readonly count: number;
  readonly right: number;
  readonly offered: number;
  readonly wrong: number;
}

/** A question whose result differs from its label, with the matched words. */
export interface Miss {
  readonly id: string;
  readonly text: string;
  readonly wanted: readonly string[];
  readonly got: readonly string[];
  readonly confidence: number;
  readonly why: readonly string[];
}

export interface Report {
  readonly count: number;
  readonly scores: Scores;
  readonly routes: readonly PartScores[];
  readonly surfaces: readonly PartScores[];
  /** `wanted -> got` with counts, most frequent first. */
  readonly confusions: readonly {
    readonly wanted: string;
    readonly got: string;
    readonly count: number;
  }[];
  readonly wrong: readonly Miss[];
  /** Right answers with a close runner-up. */
  readonly nearTies: readonly Miss[];
  /** Questions to the person although one answer is right. */
  readonly askedInVain: readonly Miss[];
  readonly programs: readonly Miss[];
}

const NEAR = 0.25;

/** Evaluates a router on labeled questions. */
export function report(judged: readonly Judged[]): Report {
  const wrong = judged.filter(isConfidentlyWrong);
  return {
    count: judged.length,
    scores: score(judged),
    routes: parts(judged, wantedLabel),
    surfaces: parts(judged, ({ surface }) => surface),
    confusions: confusions(judged),
    wrong: wrong.map(missOf),
    nearTies: judged.filter((item) => isRight(item) && isNear(item.routed)).map(missOf),
    askedInVain: judged
      .filter(
        ({ question, routed }) => question.outcome !== 'clarify' && routed.outcome === 'clarify',
      )
      .map(missOf),
    programs: judged
      .filter(
        ({ question, routed }) =>
          question.outcome === 'answer' && routed.program !== question.program,
      )
      .map(programMiss),
  };
}

function wantedLabel({ route, outcome }: Question): string {
  return route ?? outcome;
}

function gotLabel(routed: Routed): string {
  return routed.outcome === 'answer' ? routed.route : routed.outcome;
}

function parts(judged: readonly Judged[], nameOf: (question: Question) => string): PartScores[] {
  const groups = groupBy(judged, ({ question }) => nameOf(question));
  return [...groups]
    .map(([name, items]) => ({
      name,
      count: items.length,
      right: items.filter(wentAsLabelled).length,
      offered: items.filter(isOffered).length,
      wrong: items.filter(isConfidentlyWrong).length,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function confusions(judged: readonly Judged[]): Report['confusions'] {
  const missed = judged.filter((item) => !wentAsLabelled(item));
  const groups = groupBy(
    missed,
    ({ question, routed }) => `${wantedLabel(question)} ${gotLabel(routed)}`,
  );
  return [...groups]
    .map(([pair, items]) => {
      const [wanted = '', got = ''] = pair.split(' ');
      return { wanted, got, count: items.length };
    })
    .sort((a, b) => b.count - a.count || (a.wanted < b.wanted ? -1 : 1));
}

function isNear(routed: Routed): boolean {
  const [second] = routed.alternatives;
  return second !== undefined && routed.confidence - second.confidence < NEAR;
}

function missOf({ question, routed }: Judged): Miss {
  const offered = routed.alternatives.map(({ route }) => route);
  const got =
    routed.outcome === 'answer' ? [routed.route, ...offered] : [routed.outcome, ...offered];
  const wanted =
    question.outcome === 'answer' ? acceptable(question) : [question.outcome, ...question.accept];
  return { ...common(question, routed), wanted, got };
}

function programMiss({ question, routed }: Judged): Miss {
  return {
    ...common(question, routed),
    wanted: [String(question.program)],
    got: [String(routed.program)],
  };
}

function common({ id, text }: Question, { confidence, why }: Routed): Omit<Miss, 'wanted' | 'got'> {
  return { id, text, confidence: Number(confidence.toFixed(3)), why };
}

function groupBy(items: readonly Judged[], keyOf: (item: Judged) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
