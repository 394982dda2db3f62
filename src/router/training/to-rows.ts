import { UNKNOWN } from '../model/feature-index';
import { weigh } from '../model/vectorize';
import type { Seen } from './corpus';
import type { Row } from './logistic-regression';
import type { Vocabulary } from './vocabulary';

/** An example as a vector over a vocabulary. */
export interface SeenVector {
  readonly rows: Uint32Array;
  readonly values: Float64Array;
}

/** The features of an example that a vocabulary holds, weighed. */
export function toVector({ features, counts }: Seen, vocabulary: Vocabulary): SeenVector {
  const rows = new Uint32Array(features.length);
  const values = new Float64Array(features.length);
  let known = 0;
  for (let at = 0; at < features.length; at += 1) {
    const row = vocabulary.rows[features[at] as number] as number;
    if (row === UNKNOWN) continue;
    rows[known] = row;
    values[known] = counts[at] as number;
    known += 1;
  }
  const vector = { rows: rows.subarray(0, known), values: values.subarray(0, known) };
  weigh(vector.rows, vector.values, { numbers: vocabulary.idf, start: 0, step: 1 });
  return vector;
}

/** Turns seen examples into training rows of unit length. */
export function toRows(
  seen: readonly Seen[],
  vocabulary: Vocabulary,
  classes: readonly string[],
): Row[] {
  const classIndex = new Map(classes.map((name, at) => [name, at]));
  return seen.map((one) => {
    const { rows, values } = toVector(one, vocabulary);
    const { labels } = one.example;
    return {
      indices: rows,
      values: Float32Array.from(values),
      target: labels.map((label) => [classIndex.get(label) ?? 0, 1 / labels.length] as const),
    };
  });
}
