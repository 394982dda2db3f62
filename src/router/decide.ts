import { ambiguityOf, type AmbiguitySigns } from './model/ambiguity';
import type { Bounds, Candidate, AmbiguityModel } from './types';

/** Probabilities gathered by route, of nothing fitting, and of a text that leaves open what it asks. */
export interface Prediction {
  /** What the words alone say. */
  readonly unclear: number;
  /** Whether the text calls a program by name: then it is hardly about something else. */
  readonly named: boolean;
  /** How many words the text has. */
  readonly words: number;
  /** The likeliest few, best first. */
  readonly candidates: readonly Candidate[];
  /** All out-of-scope intents together. */
  readonly none: number;
  /** The likeliest out-of-scope intent. */
  readonly outOfScopeIntent: string | null;
}

/** A belief with the probability that the text leaves open what it asks, from all signs together. */
export interface ScoredPrediction extends Prediction {
  readonly open: number;
}

export type Decision = 'answer' | 'clarify' | 'none';

const MOST_CANDIDATES = 3;

/** What settled a decision. */
export type DecisionReason =
  /** The out-of-scope intents together are too likely. */
  | 'out-of-scope'
  /** One route stands out, and the text is clear. */
  | 'clear'
  /** The text leaves open what it asks. */
  | 'open'
  /** No route stands out. */
  | 'tied'
  /** Not even the best routes together are likely. */
  | 'unlikely';

export interface Verdict {
  readonly decision: Decision;
  readonly reason: DecisionReason;
}

const VERDICTS: Readonly<Record<DecisionReason, Verdict>> = {
  'out-of-scope': { decision: 'none', reason: 'out-of-scope' },
  clear: { decision: 'answer', reason: 'clear' },
  open: { decision: 'clarify', reason: 'open' },
  tied: { decision: 'clarify', reason: 'tied' },
  unlikely: { decision: 'none', reason: 'unlikely' },
};

/** Answers where one route stands out, asks where two or three share the belief, and is silent otherwise. */
export function decide(prediction: ScoredPrediction, bounds: Bounds): Verdict {
  return VERDICTS[settle(prediction, bounds)];
}

function settle(prediction: ScoredPrediction, bounds: Bounds): DecisionReason {
  const [first] = prediction.candidates;
  if (first === undefined || prediction.none >= outOfScopeBound(prediction, bounds))
    return 'out-of-scope';
  const isOpen = prediction.open >= bounds.open;
  if (!isOpen && first.confidence >= bounds.answer) return 'clear';
  if (offeredShare(prediction) < bounds.offer) return 'unlikely';
  return isOpen ? 'open' : 'tied';
}

/** From this probability of the out-of-scope intents on, nothing fits. */
export function outOfScopeBound({ named }: Prediction, bounds: Bounds): number {
  return named ? bounds.noneThoughNamed : bounds.none;
}

/** Judges whether the text leaves open what it asks. */
export function scorePrediction(
  prediction: Prediction,
  openness: AmbiguityModel,
): ScoredPrediction {
  const { unclear, named, words, candidates, none, outOfScopeIntent: intent } = prediction;
  const open = ambiguityOf(signsOf(prediction), openness);
  return { unclear, named, words, candidates, none, outOfScopeIntent: intent, open };
}

/** What tells whether the text leaves open what it asks. */
export function signsOf({ unclear, candidates, words }: Prediction): AmbiguitySigns {
  const [first, second] = candidates;
  return { unclear, first: first?.confidence ?? 0, second: second?.confidence ?? 0, words };
}

/** The two or three routes that a question back offers: the third only where it is not far behind. */
export function offered(prediction: Prediction): readonly Candidate[] {
  const [, second, third] = prediction.candidates;
  const hasThird = (third?.confidence ?? 0) >= 0.1 * (second?.confidence ?? 0);
  return prediction.candidates.slice(0, hasThird ? MOST_CANDIDATES : 2);
}

/** The probability of the routes that a question back offers, together. */
export function offeredShare(prediction: Prediction): number {
  return offered(prediction).reduce((sum, { confidence }) => sum + confidence, 0);
}
