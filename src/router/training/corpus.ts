import { FeatureCounter } from '../model/feature-counter';
import type { Example, ProgramMention, RoutingBook, Utterance } from '../types';
import { readUtterance } from '../utterance';
import { encode } from '../model/encode';
import { createAnalyzer } from '../text/analyzer';
import { createSpeller, type KnownWords } from '../text/spelling';
import { countWords } from './count-words';
import { GrowingIndex } from './growing-index';

/** An example with what the router sees in it. */
export interface Seen {
  readonly example: Example;
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
  const seen = [...examples].sort(compareExamples).map((example): Seen => {
    const encoded = encode(readUtterance(example.text), { analyzer, index, counter, book });
    const { program, mention, kind, words } = encoded;
    const features = Uint32Array.from(encoded.features.rows);
    const counts = Float64Array.from(encoded.features.counts);
    return { features, counts, example, program, mention, kind, words };
  });
  return { index, seen };
}

function compareExamples(a: Example, b: Example): number {
  const [one, other] = [`${a.text}\n${a.labels.join()}`, `${b.text}\n${b.labels.join()}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
