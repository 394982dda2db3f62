import { weigh } from '../routing/features/vectorize';
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
  const known = [...features.keys()].filter((at) => rowAt(features, at, vocabulary) >= 0);
  const rows = Uint32Array.from(known, (at) => rowAt(features, at, vocabulary));
  const values = Float64Array.from(known, (at) => counts[at] as number);
  weigh(rows, values, vocabulary);
  return { rows, values };
}

function rowAt(features: Uint32Array, at: number, { rows }: Vocabulary): number {
  return rows[features[at] as number] as number;
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
