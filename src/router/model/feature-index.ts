import { findSorted } from './find-sorted';
import type { FeatureList, Pairs } from './feature-list';

/** The value for a word or a feature that the model does not know. */
export const UNKNOWN = -1;

/** Finds features by what they are made of. Each answer is a row of the model, or `UNKNOWN`. */
export interface FeatureIndex {
  /** The number by which the other look-ups know a word; no row. */
  word(name: string): number;
  single(word: number): number;
  /** Two words side by side, or two concepts of one sentence. */
  near(first: number, second: number): number;
  /** Two words with small words between them. */
  far(first: number, second: number): number;
}

/** Looks features up in a list by bisection: before the first question, only the pairs of each word are counted. */
export function createFeatureIndex({ words, inPairs, near, far }: FeatureList): FeatureIndex {
  const known = words.length + inPairs.length;
  const firstNear = words.length;
  return {
    word(name) {
      const at = findSorted(words, name);
      if (at !== UNKNOWN) return at;
      const inPair = findSorted(inPairs, name);
      return inPair === UNKNOWN ? UNKNOWN : words.length + inPair;
    },
    single: (word) => (word < words.length ? word : UNKNOWN),
    near: pairFinder(near, known, firstNear),
    far: pairFinder(far, known, firstNear + near.first.length),
  };
}

function pairFinder(
  { first, second }: Pairs,
  words: number,
  firstRow: number,
): (one: number, other: number) => number {
  const starts = startsOf(first, words);
  return (one, other) => {
    if (one === UNKNOWN || other === UNKNOWN) return UNKNOWN;
    const end = starts[one + 1] as number;
    let low = starts[one] as number;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((second[middle] as number) < other) low = middle + 1;
      else high = middle;
    }
    return low < end && second[low] === other ? firstRow + low : UNKNOWN;
  };
}

/** Where the pairs of each first word begin; the last entry is where they all end. */
function startsOf(first: Uint32Array, words: number): Uint32Array {
  const starts = new Uint32Array(words + 1);
  for (let pair = 0; pair < first.length; pair += 1) {
    const next = (first[pair] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 1; at <= words; at += 1) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  return starts;
}
