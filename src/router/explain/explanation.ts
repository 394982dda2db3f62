import type { Verdict } from '../decide';
import type { AmbiguitySigns } from '../model/ambiguity';
import type { ProgramMention, Routed, Utterance } from '../types';

/** How a decision came about, as plain values. */
export interface Explanation {
  readonly routed: Routed;
  readonly utterance: Utterance;
  /** Words that were corrected or written out. */
  readonly readAs: readonly { readonly typed: string; readonly read: string }[];
  readonly program: ProgramFinding;
  /** The likeliest routes, best first, and the likeliest out-of-scope intent, in the order of their probability. */
  readonly contenders: readonly Contender[];
  readonly outOfScope: number;
  readonly ambiguity: {
    /** Of all signs together: the text leaves open what it asks. */
    readonly probability: number;
    readonly signs: AmbiguitySigns;
    /** What makes up `signs.unclear`, the part that the words alone have in it. */
    readonly words: readonly WordShare[];
  };
  readonly verdict: Verdict;
  readonly mention: ProgramMention;
  /** What sets the two first contenders apart; null where there is only one. */
  readonly comparison: Comparison | null;
}

/** One route, or one out-of-scope intent, that a text might belong to. */
export interface Contender {
  readonly kind: 'route' | 'out-of-scope';
  readonly id: string;
  /** 0 to 1. */
  readonly probability: number;
  /** Strongest first; together they make its score over the mean of all. */
  readonly words: readonly WordShare[];
  /** Routes whose probability it takes over, because they do not answer for the program. */
  readonly standsInFor: readonly string[];
}

/**
 * What a word of the text adds to a score, in natural logarithms of the odds: 0.7 doubles them, -0.7 halves them.
 */
export interface WordShare {
  readonly origin: Origin;
  /** As typed; empty where the origin is no word. */
  readonly word: string;
  readonly share: number;
}

/** A word, the small words together, the kind of text, the program that was found, or how common a route is. */
export type Origin = 'word' | 'small words' | 'kind' | 'program' | 'common';

/** Where the program came from. */
export interface ProgramFinding {
  readonly program: string | null;
  /** What was looked at: names decide over hints, and hints over faint hints. */
  readonly by: 'name' | 'hint' | 'faint' | null;
  readonly found: readonly ProgramWord[];
}

export interface ProgramWord {
  readonly program: string;
  /** As typed. */
  readonly words: string;
  /** Whether it stands in the greeting or the signature, where it counts half. */
  readonly inMargin: boolean;
}

/** What speaks for one contender more than for another. */
export interface Comparison {
  readonly first: Contender;
  readonly second: Contender;
  /** Positive shares speak for the first, negative ones for the second; strongest first. */
  readonly words: readonly WordShare[];
}
