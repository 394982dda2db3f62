import { type Action, cheapest, expectedCosts, type Readings } from './costs';
import { ambiguityOf, type AmbiguitySigns } from './model/ambiguity';
import type { Candidate, ProgramMention, RoutingBook, Thresholds, Utterance } from './types';

/** What the model says of a text, gathered by route. */
export interface Prediction {
  /** What the words alone say of how open the text leaves what it asks, 0 to 1. */
  readonly unclear: number;
  /** How the text speaks of a program: one that names it is hardly about something else. */
  readonly mention: ProgramMention;
  /** How many words the text has. */
  readonly words: number;
  /** The likeliest few routes, best first. */
  readonly candidates: readonly Candidate[];
  /** The probability of all out-of-scope intents together. */
  readonly none: number;
  /** The likeliest out-of-scope intent, and its probability. */
  readonly outOfScopeIntent: string | null;
  readonly outOfScopeConfidence: number;
}

/** A prediction with calibrated probabilities. */
export interface ScoredPrediction extends Prediction {
  /** The signs of an ambiguous text. */
  readonly signs: AmbiguitySigns;
  /** The probability of that, from all signs together. */
  readonly open: number;
}

/** What the router shows, and the expected cost of everything it could show, in presses. */
export interface Verdict {
  readonly action: Action;
  readonly costs: Readonly<Record<Action, number>>;
}

/** What a question back offers at most. */
const MOST_OFFERED = 3;
/** A third reading is offered only where it has this share of the second one's probability. */
const THIRD = 0.1;
/** An out-of-scope intent is named only from this probability on. */
const NAMED_INTENT = 0.35;

/**
 * Calibrates a prediction: moves the out-of-scope probability by the shift that training found on held-out examples,
 * and weighs all signs of an ambiguous text together.
 */
export function scorePrediction(
  prediction: Prediction,
  { ambiguity, outOfScopeShift }: Pick<Thresholds, 'ambiguity' | 'outOfScopeShift'>,
): ScoredPrediction {
  const { mention, none } = prediction;
  const shifted = shiftOdds(none, outOfScopeShift[mention]);
  const signs = signsOf(prediction);
  const rest = none >= 1 ? 0 : (1 - shifted) / (1 - none);
  return {
    ...prediction,
    none: shifted,
    outOfScopeConfidence: none > 0 ? (prediction.outOfScopeConfidence * shifted) / none : 0,
    candidates: prediction.candidates.map((one) => ({
      ...one,
      confidence: one.confidence * rest,
    })),
    signs,
    open: ambiguityOf(signs, ambiguity),
  };
}

function shiftOdds(probability: number, shift: number): number {
  if (probability <= 0 || probability >= 1) return probability;
  return 1 / (1 + ((1 - probability) / probability) * Math.exp(-shift));
}

/** The signs of an ambiguous text. */
export function signsOf({ unclear, candidates, words }: Prediction): AmbiguitySigns {
  const [first, second] = candidates;
  return { unclear, first: first?.confidence ?? 0, second: second?.confidence ?? 0, words };
}

/** Chooses what to show for a question or an email: whatever costs the asker least. */
export function decide(
  readings: readonly Candidate[],
  { none, open }: ScoredPrediction,
  kind: Utterance['kind'],
): Verdict {
  const costs = expectedCosts(sharesOf(readings, { none, open }), kind);
  return { action: readings.length === 0 ? 'none' : cheapest(costs), costs };
}

function sharesOf(
  readings: readonly Candidate[],
  { none, open }: Pick<ScoredPrediction, 'none' | 'open'>,
): Readings {
  const [first = 0, ...others] = offered(readings).map(({ confidence }) => confidence);
  const offeredShare = others.reduce((sum, one) => sum + one, 0);
  return {
    first,
    offered: offeredShare,
    missing: Math.max(0, 1 - none - first - offeredShare),
    outOfScope: none,
    ambiguous: open,
  };
}

/** The two or three readings that a question back offers: the third only where it is not far behind. */
export function offered(readings: readonly Candidate[]): readonly Candidate[] {
  const [, second, third] = readings;
  const hasThird = (third?.confidence ?? 0) >= THIRD * (second?.confidence ?? 0);
  return readings.slice(0, hasThird ? MOST_OFFERED : 2);
}

/**
 * The candidates, grouped by the required action. Routes that require the same action for an outsider's email are one
 * reading, under the name of the most likely one, so that the bot never asks the person to choose between them.
 */
export function readingsOf(
  candidates: readonly Candidate[],
  kind: Utterance['kind'],
  { routes }: RoutingBook,
): readonly Candidate[] {
  if (kind !== 'email') return candidates;
  const actionOf = (route: string): string =>
    routes.find(({ id }) => id === route)?.emailAction ?? route;
  const readings = new Map<string, Candidate>();
  for (const one of candidates) {
    const action = actionOf(one.route);
    const known = readings.get(action);
    readings.set(
      action,
      known === undefined ? one : { ...known, confidence: known.confidence + one.confidence },
    );
  }
  return [...readings.values()].sort((a, b) => b.confidence - a.confidence);
}

/** The out-of-scope intent that a refusal may name: only where it is likely itself, and likelier than any route. */
export function namedIntent(prediction: Prediction): string | null {
  const { outOfScopeIntent, outOfScopeConfidence, candidates } = prediction;
  const best = candidates[0]?.confidence ?? 0;
  const isLikely = outOfScopeConfidence >= NAMED_INTENT && outOfScopeConfidence > best;
  return isLikely ? outOfScopeIntent : null;
}
