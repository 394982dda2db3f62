import { stem } from './stem';
import { splitWords } from './tokens';

/** A phrase in a text: its id and its place. */
export interface Found {
  readonly id: string;
  readonly at: number;
  readonly length: number;
}

/** A phrase from one of the lists in a rule book. */
export interface Phrase<List extends string> {
  readonly list: List;
  readonly id: string;
  readonly stems: readonly string[];
}

/** The words or phrases that stand for an id. */
export interface PhraseEntry<List extends string> {
  readonly list: List;
  readonly id: string;
  readonly phrases: readonly string[];
}

/**
 * Phrases by the stem of their first word, the longest first.
 *
 * @param expand converts a typed word to the words that it abbreviates
 */
export function indexPhrases<List extends string>(
  entries: readonly PhraseEntry<List>[],
  expand: (word: string) => readonly string[],
): ReadonlyMap<string, readonly Phrase<List>[]> {
  const byFirst = new Map<string, Phrase<List>[]>();
  for (const { list, id, phrases } of entries) {
    for (const phrase of phrases) {
      const stems = splitWords(phrase).flatMap(expand).map(stem);
      const [first] = stems;
      if (first === undefined) continue;
      const present = byFirst.get(first);
      if (present === undefined) byFirst.set(first, [{ list, id, stems }]);
      else present.push({ list, id, stems });
    }
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}
