import { type Action, COSTS } from '../costs';
import { decide, offered, type Prediction, readingsOf, scorePrediction, signsOf } from '../decide';
import { createAggregator } from '../model/aggregate-by-route';
import { outOfScopeIntentOf } from '../model/labels';
import { type Scores, softmax } from '../model/score';
import type { Example, ProgramMention, RoutingBook, Thresholds, Utterance } from '../types';
import { fitAmbiguity } from './fit-ambiguity';
import { leastOf, meanOfCheap } from './search';

/** An example that the model had not seen when it was scored. */
export interface HeldOut {
  readonly example: Example;
  readonly labels: readonly string[];
  readonly program: string | null;
  readonly mention: ProgramMention;
  readonly kind: Utterance['kind'];
  /** How many words it has. */
  readonly words: number;
  readonly scores: Scores;
}

/** The least and the greatest temperature that are tried. */
const TEMPERATURES = [0.1, 5] as const;
/** Shifts of the out-of-scope log odds that are tried. */
const SHIFTS = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];

interface Judged {
  readonly example: Example;
  readonly kind: Utterance['kind'];
  readonly labels: readonly string[];
  readonly prediction: Prediction;
}

/**
 * Fits how scores become probabilities, from examples that the model had not seen: the temperature by the likelihood of
 * the right labels, the shift of the out-of-scope odds by what the decisions would cost the asker (`COSTS`).
 */
export function fitThresholds(
  heldOut: readonly HeldOut[],
  classes: readonly string[],
  book: RoutingBook,
): Thresholds {
  const temperature = leastOf(TEMPERATURES, (candidate) => logLoss(heldOut, classes, candidate));
  const aggregate = createAggregator(classes, book);
  const judged = heldOut.map((one): Judged => {
    const { example, labels, kind, mention, program, words, scores } = one;
    const probabilities = softmax(scores.classes, temperature);
    const scored = { probabilities, unclear: scores.unclear, mention, words };
    return { example, labels, kind, prediction: aggregate(scored, program) };
  });
  const ambiguity = fitAmbiguity(
    judged.map(({ example, labels, prediction }) => {
      return { example, labels, signs: signsOf(prediction) };
    }),
  );
  const shiftFor = (mention: ProgramMention): number => {
    const own = judged.filter(({ prediction }) => prediction.mention === mention);
    return meanOfCheap(SHIFTS, own.length, (shift) => totalCost(own, { ambiguity, shift, book }));
  };
  const outOfScopeShift = {
    named: shiftFor('named'),
    suggested: shiftFor('suggested'),
    absent: shiftFor('absent'),
  };
  return { temperature, ambiguity, outOfScopeShift };
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

interface Fitted {
  readonly ambiguity: Thresholds['ambiguity'];
  readonly shift: number;
  readonly book: RoutingBook;
}

function totalCost(judged: readonly Judged[], fitted: Fitted): number {
  return judged.reduce((sum, one) => sum + costOf(one, fitted), 0);
}

/** The actual cost of the decision on a labeled text, in button presses. */
function costOf({ labels, kind, prediction }: Judged, { ambiguity, shift, book }: Fitted): number {
  const outOfScopeShift = { named: shift, suggested: shift, absent: shift };
  const scored = scorePrediction(prediction, { ambiguity, outOfScopeShift });
  const readings = readingsOf(scored.candidates, kind, book);
  const { action } = decide(readings, scored, kind);
  const costs = COSTS[kind];
  const routes = labels.filter((label) => outOfScopeIntentOf(label) === null);
  if (action === 'none') return routes.length === 0 ? 0 : costs.none.inScope;
  if (routes.length === 0) return costs[action].outOfScope;
  const [first, ...others] = offered(readings).map(({ route }) => routes.includes(route));
  const isOffered = others.includes(true);
  if (routes.length > 1 && (first === true || isOffered)) return costs[action].halfRight;
  return costOfOneRoute(costs, { action, isFirst: first === true, isOffered });
}

interface Hit {
  readonly action: Exclude<Action, 'none'>;
  readonly isFirst: boolean;
  readonly isOffered: boolean;
}

function costOfOneRoute(
  { answer, guess, ask }: (typeof COSTS)[Utterance['kind']],
  { action, isFirst, isOffered }: Hit,
): number {
  if (action === 'answer') return isFirst ? answer.right : answer.wrong;
  if (action === 'ask') return isFirst || isOffered ? ask.offered : ask.missing;
  if (isFirst) return guess.right;
  return isOffered ? guess.offered : guess.missing;
}
