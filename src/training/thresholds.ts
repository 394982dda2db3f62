import {
  type Belief,
  decide,
  judgeBelief,
  type JudgedBelief,
  offered,
  signsOf,
} from '../routing/decide';
import { createGatherer } from '../routing/gather-belief';
import { neighbourOf } from '../routing/labels';
import { type Scores, softmax } from '../routing/score';
import type { Bounds, Example, RoutingBook, Thresholds, Utterance } from '../routing/types';
import { fitOpenness } from './fit-openness';
import { leastOf, meanOfCheap } from './search';

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
 * What each outcome costs somebody who asks. A wrong answer sends a customer's matter to the wrong place. A question
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

/** From where to where a temperature is looked for. */
const TEMPERATURES = [0.1, 5] as const;
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
  readonly belief: JudgedBelief;
}

/** Learns where an answer, a question back and silence begin, from examples that the model had not seen. */
export function learnThresholds(
  heldOut: readonly HeldOut[],
  classes: readonly string[],
  book: RoutingBook,
): Thresholds {
  const temperature = leastOf(TEMPERATURES, (candidate) => surprise(heldOut, classes, candidate));
  const gather = createGatherer(classes, book);
  const gathered = heldOut.map(({ example, labels, kind, named, program, words, scores }) => {
    const probabilities = softmax(scores.classes, temperature);
    const belief = gather({ probabilities, unclear: scores.unclear, named, words }, program);
    return { example, labels, kind, belief };
  });
  const openness = fitOpenness(
    gathered.map(({ example, labels, belief }) => ({ example, labels, signs: signsOf(belief) })),
  );
  const judged = gathered.map((one) => ({ ...one, belief: judgeBelief(one.belief, openness) }));
  return learnBounds(judged, { temperature, openness });
}

/**
 * The temperature makes a probability of .8 right in eight of ten cases. So the costs alone say from where on an
 * answer is cheaper than a question back, and a question back cheaper than an answer to an unclear text. The bounds
 * of silence and of asking are searched.
 */
function learnBounds(judged: readonly Judged[], learnt: Learnt): Thresholds {
  let found = { none: 0.5, noneThoughNamed: 0.5, offer: 0.4 };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['none', 'noneThoughNamed', 'offer'] as const) {
      const value = meanOfCheap(GRID[name], judged.length, (candidate) =>
        totalCost(judged, { ...learnt, ...boundsOf({ ...found, [name]: candidate }) }),
      );
      found = { ...found, [name]: value };
    }
  }
  return { ...learnt, ...boundsOf(found) };
}

type Learnt = Pick<Thresholds, 'temperature' | 'openness'>;
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

/** Mean negative log probability of the right labels. */
function surprise(
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

function totalCost(judged: readonly Judged[], thresholds: Thresholds): number {
  return judged.reduce((sum, one) => sum + costOf(one, thresholds), 0);
}

function costOf({ labels, belief, kind }: Judged, thresholds: Thresholds): number {
  const { decision } = decide(belief, thresholds[kind]);
  const routes = labels.filter((label) => neighbourOf(label) === null);
  if (decision === 'none') return routes.length === 0 ? 0 : COSTS.silence;
  if (decision === 'answer') {
    return costOfAnswer(belief.candidates[0]?.route ?? '', routes, kind);
  }
  return routes.length === 0 ? COSTS.questionBackToNothing : costOfAsking(belief, routes, kind);
}

function costOfAnswer(answer: string, routes: readonly string[], kind: Utterance['kind']): number {
  if (!routes.includes(answer)) return COSTS.wrongAnswer;
  return routes.length === 1 ? 0 : COSTS.answerWhereAskingWasDue[kind];
}

function costOfAsking(belief: Belief, routes: readonly string[], kind: Utterance['kind']): number {
  const hits = offered(belief).filter(({ route }) => routes.includes(route)).length;
  if (routes.length > 1 && hits > 1) return 0;
  return hits > 0 ? COSTS.questionBack[kind] : COSTS.questionBackWithoutTheRoute;
}
