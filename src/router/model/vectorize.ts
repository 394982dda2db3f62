import { idfAt } from './weight-matrix';
import type { Weights } from '../types';
import { UNKNOWN } from './feature-index';
import type { Features, TellingWord } from './features';
import type { WordGrams } from './word-grams';

/** A text as a vector: its features and their values. */
export interface Vector {
  readonly rows: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** Its words by their character n-grams. */
  readonly words: readonly WeighedWord[];
}

/** The n-grams of a word, and how much they count together. */
export interface WeighedWord {
  readonly grams: WordGrams;
  readonly value: number;
}

/** The inverse document frequency of each row: every `step`th number, from `start` on. */
export interface Rarity {
  readonly numbers: Float32Array;
  readonly start: number;
  readonly step: number;
}

/** Numbers to change in place. */
interface Values {
  [at: number]: number;
}

/**
 * Creates the function that converts a text's features to a vector of two blocks: words, pairs, and concepts, of length 1,
 * and the words' character n-grams, of length `gramWeight`.
 *
 * @param gramsOf adds up the weights of a word's n-grams
 */
export function createVectorizer(
  { rows, rarest, gramWeight }: Pick<Weights, 'rows' | 'rarest' | 'gramWeight'>,
  gramsOf: (stem: string) => WordGrams,
): (features: Features) => Vector {
  const { reals: numbers, stride } = rows;
  const rarity = { numbers, start: idfAt(0, stride), step: stride / 2 };
  return (features) => {
    const values = features.counts.slice();
    weigh(features.rows, values, { rarity, unknown: squaresOfUnknown(features.telling, rarest) });
    const words = weighWords(features.telling, { gramsOf, gramWeight });
    return { rows: features.rows, values, words };
  };
}

/**
 * Weighs features by their rarity, in place, and brings them to length 1, so that a long text does not outshout a short
 * one.
 *
 * @param values what each of the rows counts in the text
 * @param options `unknown` is `squaresOfUnknown`: it makes the text longer
 */
export function weigh(
  rows: ArrayLike<number>,
  values: Values,
  { rarity, unknown }: { rarity: Rarity; unknown: number },
): void {
  const { numbers, start, step } = rarity;
  let squares = unknown;
  for (let at = 0; at < rows.length; at += 1) {
    const idf = numbers[start + (rows[at] as number) * step] as number;
    const value = (values[at] as number) * idf;
    values[at] = value;
    squares += value * value;
  }
  const scale = 1 / (Math.sqrt(squares) || 1);
  for (let at = 0; at < rows.length; at += 1) values[at] = (values[at] as number) * scale;
}

/**
 * What words that the model does not know add to the square of a text's length: the more of them there are, the less
 * the others say about it.
 *
 * @param rarest the inverse document frequency of a word that no example has
 */
export function squaresOfUnknown(
  telling: readonly Pick<TellingWord, 'row' | 'count'>[],
  rarest: number,
): number {
  let sum = 0;
  for (const { row, count } of telling) if (row === UNKNOWN) sum += (count * rarest) ** 2;
  return sum;
}

/** The n-grams of all words together get one length; that two words share some is left out of account. */
function weighWords(
  telling: readonly TellingWord[],
  { gramsOf, gramWeight }: { gramsOf: (stem: string) => WordGrams; gramWeight: number },
): WeighedWord[] {
  const all: WordGrams[] = [];
  let squares = 0;
  for (const { stem, count } of telling) {
    const grams = gramsOf(stem);
    squares += count * count * grams.squares;
    all.push(grams);
  }
  const scale = gramWeight / (Math.sqrt(squares) || 1);
  return all.map((grams, at) => ({ grams, value: (telling[at]?.count ?? 0) * scale }));
}

/** What brings a vector to length 1, from the squares of its parts. */
export function scaleToUnit(squares: readonly number[]): number {
  return 1 / (Math.sqrt(squares.reduce((sum, square) => sum + square, 0)) || 1);
}
