import { FeatureCounter } from '../model/feature-counter';
import type { Example, ProgramMention, RoutingBook, Utterance } from '../types';
import { readUtterance } from '../utterance';
import { encode } from '../model/encode';
import { createAnalyzer } from '../text/analyzer';
import { createSpeller, type KnownWords } from '../text/spelling';
import { countWords } from './count-words';
import { GrowingIndex } from './growing-index';
import { hashText } from './text-hash';

/** An example with what the router sees in it. */
export interface Seen {
  readonly example: Example;
  /** The hash of its text. */
  readonly key: number;
  readonly program: string | null;
  /** How it speaks of a program. */
  readonly mention: ProgramMention;
  readonly kind: Utterance['kind'];
  /** How many words it has. */
  readonly words: number;
  /** By the corpus's index. */
  readonly features: Uint32Array;
  /** How much each of them counts. */
  readonly counts: Float64Array;
  /** The words that carry meaning. */
  readonly telling: readonly SeenWord[];
}

/** A word by its feature and its character n-grams, numbered by the corpus's index, and how much it counts. */
export interface SeenWord {
  readonly feature: number;
  readonly grams: Uint32Array;
  readonly count: number;
}

/** Examples that were read, and the index that numbers their features. */
export interface Corpus {
  readonly index: GrowingIndex;
  readonly seen: readonly Seen[];
}

/** Puts examples in one order, whatever order they came in, and reads each. */
export function readExamples(
  book: RoutingBook,
  examples: readonly Example[],
  words: KnownWords = countWords(book, examples),
): Corpus {
  const index = new GrowingIndex();
  const analyzer = createAnalyzer(book, { speller: createSpeller(words), index });
  const counter = new FeatureCounter();
  const seen = inOrder(examples).map(({ example, key }): Seen => {
    const encoded = encode(readUtterance(example.text), { analyzer, index, counter, book });
    const { program, mention, kind, words } = encoded;
    const features = Uint32Array.from(encoded.features.rows);
    const counts = Float64Array.from(encoded.features.counts);
    const telling = encoded.features.telling.map(({ stem, row: feature, count }) => {
      return { feature, grams: index.gramsOf(index.word(stem)), count };
    });
    return { features, counts, telling, example, key, program, mention, kind, words };
  });
  return { index, seen };
}

/** By the hashes of their texts, and where these are the same, by texts and labels. */
function inOrder(examples: readonly Example[]): Pick<Seen, 'example' | 'key'>[] {
  const nameOf = ({ text, labels }: Example): string => `${text}\n${labels.join()}`;
  return examples
    .map((example) => ({ example, key: hashText(example.text) }))
    .sort((a, b) => a.key - b.key || (nameOf(a.example) < nameOf(b.example) ? -1 : 1));
}
