import type { Verdict } from '../decide';
import type { AmbiguitySigns } from '../model/ambiguity';
import type { ProgramMention, Routed, Utterance } from '../types';

/** The explanation of a decision, as plain values. */
export interface Explanation {
  readonly routed: Routed;
  readonly utterance: Utterance;
  /** Corrected words and expanded abbreviations. */
  readonly readAs: readonly { readonly typed: string; readonly read: string }[];
  readonly program: ProgramFinding;
  /** The most likely routes and the most likely out-of-scope intent, in order of probability. */
  readonly contenders: readonly Contender[];
  readonly outOfScope: number;
  readonly ambiguity: {
    /** The probability that the text is ambiguous, from all signs. */
    readonly probability: number;
    readonly signs: AmbiguitySigns;
    /** What makes up `signs.unclear`, the probability from the words alone. */
    readonly words: readonly WordShare[];
  };
  readonly verdict: Verdict;
  readonly mention: ProgramMention;
  /** The difference between the first two contenders; null if there is only one. */
  readonly comparison: Comparison | null;
}

/** A route or an out-of-scope intent that a text might belong to. */
export interface Contender {
  readonly kind: 'route' | 'out-of-scope';
  readonly id: string;
  /** 0 to 1. */
  readonly probability: number;
  /** Strongest first. Their sum is the contender's score minus the mean of all scores. */
  readonly words: readonly WordShare[];
  /** Routes that it replaces because they do not apply to the program. */
  readonly standsInFor: readonly string[];
}

/**
 * A word's share of a score, in natural logarithms of the odds: 0.7 doubles the odds, -0.7 halves them.
 */
export interface WordShare {
  readonly origin: Origin;
  /** As typed; empty if the origin is not a word. */
  readonly word: string;
  readonly share: number;
}

/** A word, all function words together, the kind of text, the program, or how common the route is. */
export type Origin = 'word' | 'small words' | 'kind' | 'program' | 'common';

/** How the program was found. */
export interface ProgramFinding {
  readonly program: string | null;
  /** The kind of words that decided: names before hints, and hints before faint hints. */
  readonly by: 'name' | 'hint' | 'faint' | null;
  readonly found: readonly ProgramWord[];
}

export interface ProgramWord {
  readonly program: string;
  /** As typed. */
  readonly words: string;
  /** Whether it is in the greeting or the signature, where it has half the weight. */
  readonly inMargin: boolean;
}

/** The words that make one contender more likely than another. */
export interface Comparison {
  readonly first: Contender;
  readonly second: Contender;
  /** Positive shares are for the first contender, negative ones for the second. Strongest first. */
  readonly words: readonly WordShare[];
}
