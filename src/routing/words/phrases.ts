import { splitWords, toToken } from './tokens';

/** A phrase found in a list of stems: what it stands for, and where. */
export interface Found {
  readonly id: string;
  readonly at: number;
  readonly length: number;
}

/** Finds phrases in lists of stems; one look-up a word, however many phrases are known. */
export interface PhraseIndex {
  find(stems: readonly string[]): Found[];
}

interface Phrase {
  readonly id: string;
  readonly stems: readonly string[];
}

/**
 * Indexes phrases by their first word. At each word the longest phrase of each id is found.
 *
 * @param entries pairs of an id and the words or phrases that stand for it
 * @param expand turns a typed word into the words that it abbreviates
 */
export function indexPhrases(
  entries: readonly (readonly [string, readonly string[]])[],
  expand: (word: string) => readonly string[],
): PhraseIndex {
  const byFirst = new Map<string, Phrase[]>();
  for (const [id, phrases] of entries) {
    for (const phrase of phrases) {
      const stems = splitWords(phrase)
        .flatMap(expand)
        .map((word) => toToken(word).stem);
      const [first] = stems;
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { id, stems }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return { find: (stems) => stems.flatMap((_, at) => findAt(byFirst, stems, at)) };
}

function findAt(
  byFirst: ReadonlyMap<string, readonly Phrase[]>,
  stems: readonly string[],
  at: number,
): Found[] {
  const found: Found[] = [];
  for (const phrase of byFirst.get(stems[at] ?? '') ?? []) {
    if (found.some(({ id }) => id === phrase.id)) continue;
    if (phrase.stems.every((stem, offset) => stems[at + offset] === stem)) {
      found.push({ id: phrase.id, at, length: phrase.stems.length });
    }
  }
  return found;
}
