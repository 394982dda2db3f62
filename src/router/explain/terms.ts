import { UNKNOWN } from '../model/feature-index';
import type { Place, TellingWord } from '../model/features';
import type { Vector, WeighedWord } from '../model/vectorize';
import { unclearAt } from '../model/weight-matrix';
import type { Weights } from '../types';

/** A known feature of a text. Its share of a score is its value times its weight. */
export interface Term {
  /** The feature's row in the model; `UNKNOWN` for the letters of a word. */
  readonly row: number;
  /** The place of the word whose n-grams these are. */
  readonly place: Place | null;
  /** The share of a class's score, minus the mean over all classes. */
  toClass(classIndex: number): number;
  /** The share of the ambiguity score. */
  readonly toUnclear: number;
}

/**
 * The share of each feature of a text, and of the character n-grams of each of its words, in the scores.
 *
 * @param telling the words that the vector's words were made from
 */
export function termsOf(
  { rows, values, words }: Vector,
  telling: readonly TellingWord[],
  weights: Weights,
): Term[] {
  return [
    ...Array.from(rows, (row, at) => termOfRow(weights, row, values[at] as number)),
    ...words.map((word, at) => termOfWord(word, telling[at]?.place ?? null)),
  ];
}

function termOfRow(weights: Weights, row: number, value: number): Term {
  const size = weights.classes.length;
  const { weights: all, reals, stride } = weights.rows;
  const scaled = all.subarray(row * stride, row * stride + size);
  const own = Array.from(scaled, (weight) => weight * weights.unit);
  const toUnclear = value * (reals[unclearAt(row, stride)] ?? 0);
  return { row, place: null, toClass: overMean(own, value), toUnclear };
}

function termOfWord({ grams, value }: WeighedWord, place: Place | null): Term {
  const toUnclear = value * grams.unclear;
  return { row: UNKNOWN, place, toClass: overMean(grams.classes, value), toUnclear };
}

function overMean(own: readonly number[], value: number): Term['toClass'] {
  const mean = own.reduce((sum, weight) => sum + weight, 0) / own.length;
  return (classIndex) => value * ((own[classIndex] ?? mean) - mean);
}
