import {
  type Prediction,
  decide,
  scorePrediction,
  type ScoredPrediction,
  offered,
  signsOf,
} from '../decide';
import { createAggregator } from '../model/aggregate-by-route';
import { outOfScopeIntentOf } from '../model/labels';
import { type Scores, softmax } from '../model/score';
import type { Bounds, Example, RoutingBook, Thresholds, Utterance } from '../types';
import { fitAmbiguity } from './fit-ambiguity';

/** An example that the model had not seen when it was scored. */
export interface HeldOut {
  readonly example: Example;
  readonly labels: readonly string[];
  readonly program: string | null;
  readonly named: boolean;
  readonly kind: Utterance['kind'];
  /** How many words it has. */
  readonly words: number;
  readonly scores: Scores;
}

/**
 * The cost of each outcome for the person who asks. A wrong answer sends a customer's matter to the wrong place. A question
 * back costs a press; about a letter it costs more, since the letter must be read again, and so does an answer to
 * half of what a letter asks. Silence where there was an answer costs a visit to the channel, and nothing where
 * nothing fits.
 */
const COSTS = {
  wrongAnswer: 3.4,
  questionBack: { question: 1, letter: 1.2 },
  questionBackWithoutTheRoute: 3,
  questionBackToNothing: 3,
  silence: 1.7,
  answerWhereAskingWasDue: { question: 1.8, letter: 3.8 },
} as const;

const TEMPERATURES = [0.15, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5];
const GRID = {
  none: range(0.1, 0.8, 0.05),
  noneThoughNamed: range(0.1, 0.9, 0.05),
  offer: range(0.3, 0.8, 0.1),
};
const ROUNDS = 2;

function range(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step) + 1;
  return Array.from({ length: count }, (_, at) => Number((from + at * step).toFixed(4)));
}

interface Judged {
  readonly kind: Utterance['kind'];
  readonly labels: readonly string[];
  readonly belief: ScoredPrediction;
}

/** Learns where an answer, a question back and silence begin, from examples that the model had not seen. */
export function fitThresholds(
  heldOut: readonly HeldOut[],
  classes: readonly string[],
  book: RoutingBook,
): Thresholds {
  const temperature = best(TEMPERATURES, (candidate) => logLoss(heldOut, classes, candidate));
  const aggregate = createAggregator(classes, book);
  const aggregated = heldOut.map(({ labels, kind, named, program, words, scores }) => {
    const probabilities = softmax(scores.classes, temperature);
    const prediction = aggregate({ probabilities, unclear: scores.unclear, named, words }, program);
    return { labels, kind, belief: prediction };
  });
  const ambiguity = fitAmbiguity(
    aggregated.map(({ labels, belief: prediction }) => ({ labels, signs: signsOf(prediction) })),
  );
  const scored = aggregated.map((one) => ({
    ...one,
    belief: scorePrediction(one.belief, ambiguity),
  }));
  return fitBounds(scored, { temperature, ambiguity });
}

/**
 * The temperature makes a probability of .8 right in eight of ten cases. So the costs alone say from where on an
 * answer is cheaper than a question back, and a question back cheaper than an answer to an unclear text. The bounds
 * of silence and of asking are searched.
 */
function fitBounds(scored: readonly Judged[], learned: FittedModel): Thresholds {
  let found = { none: 0.5, noneThoughNamed: 0.5, offer: 0.4 };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['none', 'noneThoughNamed', 'offer'] as const) {
      const value = best(GRID[name], (candidate) =>
        meanCost(scored, { ...learned, ...boundsOf({ ...found, [name]: candidate }) }),
      );
      found = { ...found, [name]: value };
    }
  }
  return { ...learned, ...boundsOf(found) };
}

type FittedModel = Pick<Thresholds, 'temperature' | 'ambiguity'>;
type Searched = Pick<Bounds, 'none' | 'noneThoughNamed' | 'offer'>;

function boundsOf(searched: Searched): Pick<Thresholds, Utterance['kind']> {
  const of = (kind: Utterance['kind']): Bounds => {
    const back = COSTS.questionBack[kind];
    return {
      ...searched,
      answer: 1 - back / COSTS.wrongAnswer,
      open: back / (back + COSTS.answerWhereAskingWasDue[kind]),
    };
  };
  return { question: of('question'), letter: of('letter') };
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
function logLoss(
  heldOut: readonly HeldOut[],
  classes: readonly string[],
  temperature: number,
): number {
  let sum = 0;
  for (const { labels, scores } of heldOut) {
    const probabilities = softmax(scores.classes, temperature);
    const right = labels.reduce(
      (total, label) => total + (probabilities[classes.indexOf(label)] ?? 0),
      0,
    );
    sum -= Math.log(Math.max(right, 1e-9));
  }
  return sum / heldOut.length;
}

function meanCost(scored: readonly Judged[], thresholds: Thresholds): number {
  return scored.reduce((sum, one) => sum + costOf(one, thresholds), 0) / scored.length;
}

function costOf({ labels, belief: prediction, kind }: Judged, thresholds: Thresholds): number {
  const { decision } = decide(prediction, thresholds[kind]);
  const routes = labels.filter((label) => outOfScopeIntentOf(label) === null);
  if (decision === 'none') return routes.length === 0 ? 0 : COSTS.silence;
  if (decision === 'answer') {
    return costOfAnswer(prediction.candidates[0]?.route ?? '', routes, kind);
  }
  return routes.length === 0 ? COSTS.questionBackToNothing : costOfAsking(prediction, routes, kind);
}

function costOfAnswer(answer: string, routes: readonly string[], kind: Utterance['kind']): number {
  if (!routes.includes(answer)) return COSTS.wrongAnswer;
  return routes.length === 1 ? 0 : COSTS.answerWhereAskingWasDue[kind];
}

function costOfAsking(
  prediction: Prediction,
  routes: readonly string[],
  kind: Utterance['kind'],
): number {
  const hits = offered(prediction).filter(({ route }) => routes.includes(route)).length;
  if (routes.length > 1 && hits > 1) return 0;
  return hits > 0 ? COSTS.questionBack[kind] : COSTS.questionBackWithoutTheRoute;
}
