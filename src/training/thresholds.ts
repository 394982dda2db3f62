import { decide, gatherBelief, offered, type Belief } from '../routing/decide';
import { neighbourOf } from '../routing/labels';
import { softmax } from '../routing/score';
import type { RoutingBook, Thresholds } from '../routing/types';

/** An example that the model had not seen when it was scored. */
export interface HeldOut {
  readonly labels: readonly string[];
  readonly program: string | null;
  /** Scores before the temperature, one a class. */
  readonly scores: Float64Array;
}

/**
 * What each outcome costs somebody who asks. A wrong answer sends a customer's matter to the wrong place; a question
 * back costs a press; silence where there was an answer costs a visit to the channel, and nothing where nothing fits.
 */
export const COSTS = {
  wrongAnswer: 8,
  wrongAnswerToNothing: 8,
  questionBack: 1,
  questionBackWithoutTheRoute: 3,
  questionBackToNothing: 1.5,
  silence: 3,
  answerWhereAskingWasDue: 1.5,
} as const;

const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5];
const GRID = {
  answer: range(0.3, 0.8, 0.05),
  lead: range(0.05, 0.5, 0.05),
  offer: range(0.3, 0.8, 0.1),
  none: range(0.3, 0.8, 0.05),
};

function range(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step) + 1;
  return Array.from({ length: count }, (_, at) => Number((from + at * step).toFixed(4)));
}

interface Judged {
  readonly labels: readonly string[];
  readonly belief: Belief;
}

/** Learns where an answer, a question back and silence begin, from examples that the model had not seen. */
export function learnThresholds(
  heldOut: readonly HeldOut[],
  classes: readonly string[],
  book: RoutingBook,
): Thresholds {
  const temperature = best(TEMPERATURES, (candidate) => surprise(heldOut, classes, candidate));
  const judged = heldOut.map(({ labels, program, scores }) => ({
    labels,
    belief: gatherBelief(classes, softmax(scores, temperature), { book, program }),
  }));
  let found: Thresholds = { temperature, answer: 0.5, lead: 0.2, offer: 0.5, none: 0.5 };
  for (let round = 0; round < 4; round += 1) {
    for (const name of ['none', 'answer', 'lead', 'offer'] as const) {
      const value = best(GRID[name], (candidate) =>
        meanCost(judged, { ...found, [name]: candidate }),
      );
      found = { ...found, [name]: value };
    }
  }
  return found;
}

/** The candidate of the least cost; of equals, the first. */
function best(candidates: readonly number[], cost: (candidate: number) => number): number {
  let chosen = candidates[0] ?? 0;
  let lowest = Infinity;
  for (const candidate of candidates) {
    const value = cost(candidate);
    if (value < lowest - 1e-9) [chosen, lowest] = [candidate, value];
  }
  return chosen;
}

/** Mean negative log probability of the right labels. */
function surprise(
  heldOut: readonly HeldOut[],
  classes: readonly string[],
  temperature: number,
): number {
  let sum = 0;
  for (const { labels, scores } of heldOut) {
    const probabilities = softmax(scores, temperature);
    const right = labels.reduce(
      (total, label) => total + (probabilities[classes.indexOf(label)] ?? 0),
      0,
    );
    sum -= Math.log(Math.max(right, 1e-9));
  }
  return sum / heldOut.length;
}

function meanCost(judged: readonly Judged[], thresholds: Thresholds): number {
  return judged.reduce((sum, one) => sum + costOf(one, thresholds), 0) / judged.length;
}

function costOf({ labels, belief }: Judged, thresholds: Thresholds): number {
  const decision = decide(belief, thresholds);
  const routes = labels.filter((label) => neighbourOf(label) === null);
  if (routes.length === 0) return costOnNothing(decision);
  if (routes.length > 1) return costWhereAskingIsDue(decision, routes, belief);
  if (decision === 'none') return COSTS.silence;
  if (decision === 'answer')
    return belief.candidates[0]?.route === routes[0] ? 0 : COSTS.wrongAnswer;
  const isOffered = offered(belief).some(({ route }) => route === routes[0]);
  return isOffered ? COSTS.questionBack : COSTS.questionBackWithoutTheRoute;
}

function costOnNothing(decision: ReturnType<typeof decide>): number {
  if (decision === 'none') return 0;
  return decision === 'answer' ? COSTS.wrongAnswerToNothing : COSTS.questionBackToNothing;
}

function costWhereAskingIsDue(
  decision: ReturnType<typeof decide>,
  routes: readonly string[],
  belief: Belief,
): number {
  if (decision === 'none') return COSTS.silence;
  if (decision === 'answer') {
    return routes.includes(belief.candidates[0]?.route ?? '')
      ? COSTS.answerWhereAskingWasDue
      : COSTS.wrongAnswer;
  }
  const hits = offered(belief).filter(({ route }) => routes.includes(route)).length;
  return hits >= 2 ? 0 : COSTS.questionBack;
}
