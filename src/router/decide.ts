import { judgeOpenness, type Signs } from './model/ambiguity';
import type { Bounds, Candidate, Openness } from './types';

/** Probabilities gathered by route, of nothing fitting, and of a text that leaves open what it asks. */
export interface Belief {
  /** What the words alone say. */
  readonly unclear: number;
  /** Whether the text calls a program by name: then it is hardly about something else. */
  readonly named: boolean;
  /** How many words the text has. */
  readonly words: number;
  /** The likeliest few, best first. */
  readonly candidates: readonly Candidate[];
  /** All neighbours together. */
  readonly none: number;
  /** The likeliest neighbour. */
  readonly neighbour: string | null;
}

/** A belief with the probability that the text leaves open what it asks, from all signs together. */
export interface JudgedBelief extends Belief {
  readonly open: number;
}

export type Decision = 'answer' | 'clarify' | 'none';

const MOST_CANDIDATES = 3;

/** What settled a decision. */
export type Because =
  /** The neighbours together are too likely. */
  | 'neighbour'
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
  readonly because: Because;
}

const VERDICTS: Readonly<Record<Because, Verdict>> = {
  neighbour: { decision: 'none', because: 'neighbour' },
  clear: { decision: 'answer', because: 'clear' },
  open: { decision: 'clarify', because: 'open' },
  tied: { decision: 'clarify', because: 'tied' },
  unlikely: { decision: 'none', because: 'unlikely' },
};

/** Answers where one route stands out, asks where two or three share the belief, and is silent otherwise. */
export function decide(belief: JudgedBelief, bounds: Bounds): Verdict {
  return VERDICTS[settle(belief, bounds)];
}

function settle(belief: JudgedBelief, bounds: Bounds): Because {
  const [first] = belief.candidates;
  if (first === undefined || belief.none >= neighbourBound(belief, bounds)) return 'neighbour';
  const isOpen = belief.open >= bounds.open;
  if (!isOpen && first.confidence >= bounds.answer) return 'clear';
  if (offeredShare(belief) < bounds.offer) return 'unlikely';
  return isOpen ? 'open' : 'tied';
}

/** From this probability of the neighbours on, nothing fits. */
export function neighbourBound({ named }: Belief, bounds: Bounds): number {
  return named ? bounds.noneThoughNamed : bounds.none;
}

/** Judges whether the text leaves open what it asks. */
export function judgeBelief(belief: Belief, openness: Openness): JudgedBelief {
  const { unclear, named, words, candidates, none, neighbour } = belief;
  const open = judgeOpenness(signsOf(belief), openness);
  return { unclear, named, words, candidates, none, neighbour, open };
}

/** What tells whether the text leaves open what it asks. */
export function signsOf({ unclear, candidates, words }: Belief): Signs {
  const [first, second] = candidates;
  return { unclear, first: first?.confidence ?? 0, second: second?.confidence ?? 0, words };
}

/** The two or three routes that a question back offers: the third only where it is not far behind. */
export function offered(belief: Belief): readonly Candidate[] {
  const [, second, third] = belief.candidates;
  const hasThird = (third?.confidence ?? 0) >= 0.1 * (second?.confidence ?? 0);
  return belief.candidates.slice(0, hasThird ? MOST_CANDIDATES : 2);
}

/** The probability of the routes that a question back offers, together. */
export function offeredShare(belief: Belief): number {
  return offered(belief).reduce((sum, { confidence }) => sum + confidence, 0);
}
