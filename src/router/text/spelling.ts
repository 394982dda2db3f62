import { findSorted } from '../model/find-sorted';

const SHORTEST = 5;
const COMMON = 3;

/** Words with their frequency in the examples. */
export interface KnownWords {
  /** Sorted. */
  readonly list: readonly string[];
  readonly counts: ArrayLike<number>;
}

/** Finds the known word for a misspelled one. */
export interface Speller {
  /** The known word, or the word itself if there is no similar known word. */
  correct(word: string): string;
}

/**
 * Corrects one slip (a letter missing, added, changed, or two swapped) in words of five letters and more, towards the
 * words that the examples use often. After Garbe's SymSpell: both sides are compared by what remains when a letter is
 * left out, so a look-up costs as many steps as the word has letters, however many words are known.
 *
 * @param words the known words
 */
export function createSpeller(words: KnownWords): Speller {
  let index: Map<string, number> | undefined;
  return {
    correct(word) {
      if (!isPlain(word) || findSorted(words.list, word) >= 0) return word;
      index ??= indexByDeletion(words);
      const at = nearest(word, index, words);
      return at === undefined ? word : (words.list[at] as string);
    },
  };
}

function isPlain(word: string): boolean {
  return word.length >= SHORTEST && !/[^a-z]/.test(word);
}

/** The commonest word of each spelling that is left when a letter is left out, by its place in the list. */
function indexByDeletion(words: KnownWords): Map<string, number> {
  const index = new Map<string, number>();
  words.list.forEach((word, at) => {
    if ((words.counts[at] as number) < COMMON || !isPlain(word)) return;
    for (const key of [word, ...deletions(word)]) {
      const present = index.get(key);
      if (present === undefined || isBetter(at, present, words)) index.set(key, at);
    }
  });
  return index;
}

function nearest(
  word: string,
  index: ReadonlyMap<string, number>,
  words: KnownWords,
): number | undefined {
  let best: number | undefined;
  for (const key of [word, ...deletions(word)]) {
    const at = index.get(key);
    if (at === undefined) continue;
    const found = words.list[at] as string;
    if (found[0] !== word[0] || !isOneSlip(word, found)) continue;
    if (best === undefined || isBetter(at, best, words)) best = at;
  }
  return best;
}

/** The more common word, or the first of two equally common words. */
function isBetter(one: number, other: number, { counts }: KnownWords): boolean {
  const difference = (counts[one] as number) - (counts[other] as number);
  return difference === 0 ? one < other : difference > 0;
}

function deletions(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Two words that share a deletion differ by one edit or by one moved letter; only adjacent letters can be swapped. */
function isOneSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return true;
  const differing: number[] = [];
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) differing.push(at);
  if (differing.length <= 1) return true;
  const [first = 0, second = 0] = differing;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first]
  );
}
