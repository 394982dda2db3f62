import { isGram } from '../routing/features';
import type { Example, RoutingBook } from '../routing/types';
import { readUtterance } from '../routing/utterance';
import { vectorize } from '../routing/vectorize';
import { understand, type View } from '../routing/view';
import { splitWords } from '../routing/words/tokens';
import { createReader } from '../routing/words/reader';
import { createSpeller } from '../routing/words/spelling';
import type { Row } from './logistic-regression';

/** An example with what the router sees in it. */
export interface Seen extends View {
  readonly example: Example;
}

/** Features that fewer examples show teach nothing about other texts. */
const LEAST = { word: 2, pair: 3, gram: 4 } as const;

function least(name: string): number {
  if (isGram(name)) return LEAST.gram;
  return name.includes(' ') ? LEAST.pair : LEAST.word;
}

/** Puts examples in one order, whatever order they came in, and reads each. */
export function readExamples(
  book: RoutingBook,
  examples: readonly Example[],
  words = countWords(book, examples),
): Seen[] {
  const reader = createReader(book, createSpeller(words));
  return [...examples].sort(compareExamples).map((example) => {
    return { example, ...understand(readUtterance(example.text), { reader, book }) };
  });
}

function compareExamples(a: Example, b: Example): number {
  const [one, other] = [`${a.text}\n${a.labels.join()}`, `${b.text}\n${b.labels.join()}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How often each word occurs in the examples; what the speller knows. */
export function countWords(
  book: RoutingBook,
  examples: readonly Example[],
): Record<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, times: number): void => {
    for (const word of splitWords(text)) {
      if (/^[a-z]{3,20}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + times);
    }
  };
  for (const { text } of examples) count(text, 1);
  for (const { words } of book.concepts) for (const word of words) count(word, 3);
  for (const { names, hints, faint } of book.programs)
    for (const word of [...names, ...hints, ...faint]) count(word, 3);
  for (const short of Object.keys(book.abbreviations)) count(short, 3);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface Vocabulary {
  readonly features: readonly string[];
  readonly idf: Float32Array;
}

/** The features that enough examples show, with their inverse document frequency. */
export function collectVocabulary(seen: readonly Seen[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const { features } of seen) {
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([name, count]) => count >= least(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const idf = kept.map(([, count]) => Math.log((1 + seen.length) / (1 + count)) + 1);
  return { features: kept.map(([name]) => name), idf: Float32Array.from(idf) };
}

/** Turns seen examples into rows of unit length over a vocabulary. */
export function toRows(
  seen: readonly Seen[],
  vocabulary: Vocabulary,
  classes: readonly string[],
): Row[] {
  const index = new Map(vocabulary.features.map((name, at) => [name, at]));
  const classIndex = new Map(classes.map((name, at) => [name, at]));
  return seen.map(({ example, features }) => {
    const { rows, values } = vectorize(features, index, vocabulary.idf);
    return {
      indices: Uint32Array.from(rows),
      values: Float32Array.from(values),
      target: example.labels.map(
        (label) => [classIndex.get(label) ?? 0, 1 / example.labels.length] as const,
      ),
    };
  });
}
