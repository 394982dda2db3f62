/**
 * Every feature that a model knows, in the order of its rows: words, adjacent pairs, far pairs, character n-grams.
 * A word's number is its place in `words` and, after them, in `inPairs`.
 */
export interface FeatureList {
  /** Words, names and concepts that count on their own; sorted. */
  readonly words: readonly string[];
  /** Words that only pairs know; sorted. */
  readonly inPairs: readonly string[];
  readonly near: Pairs;
  readonly far: Pairs;
  /** Character n-grams of words; sorted. */
  readonly grams: readonly string[];
}

/** Pairs of words by their numbers, sorted by the first and then by the second. */
export interface Pairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** How many features there are. */
export function countFeatures(list: FeatureList): number {
  return firstGramRow(list) + list.grams.length;
}

/** The row of the first character n-gram. */
export function firstGramRow({ words, near, far }: Omit<FeatureList, 'grams'>): number {
  return words.length + near.first.length + far.first.length;
}
