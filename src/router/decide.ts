import { ambiguityOf, type AmbiguitySigns } from './model/ambiguity';
import type { Bounds, Candidate, AmbiguityModel } from './types';

/** The probabilities of each route, of an out-of-scope text and of an ambiguous text. */
export interface Prediction {
  /** From the words alone. */
  readonly unclear: number;
  /** Whether the text names a program. Such a text is rarely out of scope. */
  readonly named: boolean;
  /** How many words the text has. */
  readonly words: number;
  /** The most likely routes, best first. */
  readonly candidates: readonly Candidate[];
  /** The sum over all out-of-scope intents. */
  readonly none: number;
  /** The most likely out-of-scope intent. */
  readonly outOfScopeIntent: string | null;
}

/** A prediction with the probability that the text is ambiguous, from all signs. */
export interface ScoredPrediction extends Prediction {
  readonly open: number;
}

export type Decision = 'answer' | 'clarify' | 'none';

const MOST_CANDIDATES = 3;

/** The reason for a decision. */
export type DecisionReason =
  /** The sum of the out-of-scope intents is too high. */
  | 'out-of-scope'
  /** One route is likely enough, and the text is clear. */
  | 'clear'
  /** The text is ambiguous. */
  | 'open'
  /** No route is likely enough on its own. */
  | 'tied'
  /** The best two or three routes are not likely enough together. */
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

/** Answers if one route is likely enough, asks if two or three are together, and otherwise gives no answer. */
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

/** At this probability of the out-of-scope intents or above, there is no answer. */
export function outOfScopeBound({ named }: Prediction, bounds: Bounds): number {
  return named ? bounds.noneThoughNamed : bounds.none;
}

/** Adds the probability that the text is ambiguous. */
export function scorePrediction(
  prediction: Prediction,
  openness: AmbiguityModel,
): ScoredPrediction {
  const { unclear, named, words, candidates, none, outOfScopeIntent: intent } = prediction;
  const open = ambiguityOf(signsOf(prediction), openness);
  return { unclear, named, words, candidates, none, outOfScopeIntent: intent, open };
}

/** The signs of an ambiguous text. */
export function signsOf({ unclear, candidates, words }: Prediction): AmbiguitySigns {
  const [first, second] = candidates;
  return { unclear, first: first?.confidence ?? 0, second: second?.confidence ?? 0, words };
}

/** The two or three routes to offer. The third is offered only if it is close to the second. */
export function offered(prediction: Prediction): readonly Candidate[] {
  const [, second, third] = prediction.candidates;
  const hasThird = (third?.confidence ?? 0) >= 0.1 * (second?.confidence ?? 0);
  return prediction.candidates.slice(0, hasThird ? MOST_CANDIDATES : 2);
}

/** The total probability of the offered routes. */
export function offeredShare(prediction: Prediction): number {
  return offered(prediction).reduce((sum, { confidence }) => sum + confidence, 0);
}
