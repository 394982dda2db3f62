import { idfAt } from './weight-matrix';
import type { Weights } from '../types';
import type { Features } from './features';

/** A text as a vector: its features and their values. */
export interface Vector {
  readonly rows: ArrayLike<number>;
  readonly values: ArrayLike<number>;
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

/** Creates the function that converts a text's features to a vector. */
export function createVectorizer({ rows }: Pick<Weights, 'rows'>): (features: Features) => Vector {
  const { reals: numbers, stride } = rows;
  const rarity = { numbers, start: idfAt(0, stride), step: stride / 2 };
  return (features) => {
    const values = features.counts.slice();
    weigh(features.rows, values, rarity);
    return { rows: features.rows, values };
  };
}

/**
 * Weighs features by their rarity, in place, and brings them to length 1, so that a long text does not outshout a short
 * one.
 *
 * @param values what each of the rows counts in the text
 */
export function weigh(rows: ArrayLike<number>, values: Values, rarity: Rarity): void {
  const { numbers, start, step } = rarity;
  let squares = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const idf = numbers[start + (rows[at] as number) * step] as number;
    const value = (values[at] as number) * idf;
    values[at] = value;
    squares += value * value;
  }
  const scale = 1 / (Math.sqrt(squares) || 1);
  for (let at = 0; at < rows.length; at += 1) values[at] = (values[at] as number) * scale;
}
