import type { Vector } from '../model/vectorize';
import { unclearAt } from '../model/weight-matrix';
import type { Weights } from '../types';

/** A known feature of a text. Its share of a score is its value times its weight. */
export interface Term {
  /** The feature's row in the model. */
  readonly row: number;
  /** The share of a class's score, minus the mean over all classes. */
  toClass(classIndex: number): number;
  /** The share of the ambiguity score. */
  readonly toUnclear: number;
}

/** The share of each feature of a text in the scores. */
export function termsOf({ rows, values }: Vector, weights: Weights): Term[] {
  return Array.from(rows, (row, at) => toTerm(weights, row, values[at] as number));
}

function toTerm(weights: Weights, row: number, value: number): Term {
  const size = weights.classes.length;
  const { weights: all, reals, stride } = weights.rows;
  const scaled = all.subarray(row * stride, row * stride + size);
  const own = Float64Array.from(scaled, (weight) => weight * weights.unit);
  const mean = own.reduce((sum, weight) => sum + weight, 0) / size;
  return {
    row,
    toClass: (classIndex) => value * ((own[classIndex] ?? mean) - mean),
    toUnclear: value * (reals[unclearAt(row, stride)] ?? 0),
  };
}
