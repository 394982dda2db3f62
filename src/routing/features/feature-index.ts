import { findSorted } from '../words/find-sorted';
import { remember } from '../words/remember';
import type { FeatureList, Pairs } from './feature-list';

/** What stands for a word or a feature that a model does not know. */
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

/** Looks features up in a list by bisection: nothing has to be built before the first question. */
export function createFeatureIndex({ words, inPairs, near, far }: FeatureList): FeatureIndex {
  const firstNear = words.length;
  return {
    word: remember((name) => {
      const at = findSorted(words, name);
      if (at !== UNKNOWN) return at;
      const inPair = findSorted(inPairs, name);
      return inPair === UNKNOWN ? UNKNOWN : words.length + inPair;
    }),
    single: (word) => (word < words.length ? word : UNKNOWN),
    near: pairFinder(near, firstNear),
    far: pairFinder(far, firstNear + near.first.length),
  };
}

/** Three numbers for each pair: its first word plus one (0 where the slot is free), its second word, its row. */
const ENTRY = 3;

/** A hash table: most pairs of a text are unknown to the model, and a look at one line of memory tells so. */
function pairFinder(
  { first, second }: Pairs,
  firstRow: number,
): (one: number, other: number) => number {
  const slots = 2 ** Math.ceil(Math.log2(2 * first.length + 1));
  const mask = slots - 1;
  const table = new Uint32Array(ENTRY * slots);
  const slotOf = (one: number, other: number): number => {
    let slot = ((Math.imul(one, 0x9e3779b1) + Math.imul(other, 0x85ebca6b)) >>> 7) & mask;
    for (;;) {
      const at = ENTRY * slot;
      const present = table[at] as number;
      if (present === 0 || (present === one + 1 && table[at + 1] === other)) return at;
      slot = (slot + 1) & mask;
    }
  };
  for (let pair = 0; pair < first.length; pair += 1) {
    const [one, other] = [first[pair] as number, second[pair] as number];
    table.set([one + 1, other, firstRow + pair], slotOf(one, other));
  }
  return (one, other) => {
    if (one === UNKNOWN || other === UNKNOWN) return UNKNOWN;
    const at = slotOf(one, other);
    return table[at] === 0 ? UNKNOWN : (table[at + 2] as number);
  };
}
