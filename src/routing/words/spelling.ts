const SHORTEST = 5;
const COMMON = 3;

/** Finds the known word that a misspelt one was meant to be. */
export interface Speller {
  /** The known word, or the word itself where none is near. */
  correct(word: string): string;
}

/**
 * Corrects one slip (a letter missing, added, changed, or two swapped) in words of five letters and more, towards the
 * words that the examples use often. After Garbe's SymSpell: both sides are compared by what remains when a letter is
 * left out, so a look-up costs as many steps as the word has letters, however many words are known.
 *
 * @param words the known words and how often the examples use them
 */
export function createSpeller(words: Readonly<Record<string, number>>): Speller {
  let index: Map<string, string> | undefined;
  const known = new Map(Object.entries(words));
  return {
    correct(word) {
      if (word.length < SHORTEST || known.has(word) || /[^a-z]/.test(word)) return word;
      index ??= indexByDeletion(known);
      return nearest(word, index, known) ?? word;
    },
  };
}

function indexByDeletion(known: ReadonlyMap<string, number>): Map<string, string> {
  const index = new Map<string, string>();
  for (const [word, count] of known) {
    if (count < COMMON || word.length < SHORTEST || /[^a-z]/.test(word)) continue;
    for (const key of [word, ...deletions(word)]) {
      const present = index.get(key);
      if (present === undefined || isBetter(word, present, known)) index.set(key, word);
    }
  }
  return index;
}

function nearest(
  word: string,
  index: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, number>,
): string | undefined {
  let best: string | undefined;
  for (const key of [word, ...deletions(word)]) {
    const found = index.get(key);
    if (found === undefined || found[0] !== word[0] || !isOneSlip(word, found)) continue;
    if (best === undefined || isBetter(found, best, known)) best = found;
  }
  return best;
}

function isBetter(one: string, other: string, known: ReadonlyMap<string, number>): boolean {
  const difference = (known.get(one) ?? 0) - (known.get(other) ?? 0);
  return difference === 0 ? one < other : difference > 0;
}

function deletions(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Two words that share a deletion differ by one edit or by one moved letter; neighbours only may be swapped. */
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
