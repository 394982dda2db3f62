import type { Example, RoutingBook } from '../types';
import type { KnownWords } from '../text/spelling';
import { splitWords } from '../text/tokens';

/** A word of the rules' own lists counts as if it stood in so many examples. */
const IN_LISTS = 3;

/** How often each word occurs in the examples; what the speller knows. */
export function countWords(book: RoutingBook, examples: readonly Example[]): KnownWords {
  const counts = new Map<string, number>();
  const count = (text: string, times: number): void => {
    for (const word of splitWords(text)) {
      if (/^[a-z]{3,20}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + times);
    }
  };
  for (const { text } of examples) count(text, 1);
  for (const { words } of book.concepts) for (const word of words) count(word, IN_LISTS);
  for (const { names, hints, faint } of book.programs)
    for (const word of [...names, ...hints, ...faint]) count(word, IN_LISTS);
  for (const short of Object.keys(book.abbreviations)) count(short, IN_LISTS);
  const list = [...counts.keys()].sort();
  return { list, counts: Uint32Array.from(list, (word) => counts.get(word) ?? 0) };
}
