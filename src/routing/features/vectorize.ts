import { idfAt } from '../model-rows';
import type { Weights } from '../types';
import type { Features } from './features';

/** How much the pieces of words count beside the words: they catch slips and endings, and mislead where they rule. */
const GRAMS = 0.5;

/** A text as the model sees it: which features it has, and how much each counts. */
export interface Vector {
  readonly rows: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** What weighing needs of the weights. */
export interface Weighing {
  readonly rarity: Rarity;
  readonly list: { readonly grams: readonly string[] };
}

/** The inverse document frequency of each row: every `step`th number, from `start` on. */
export interface Rarity {
  readonly numbers: Float32Array;
  readonly start: number;
  readonly step: number;
}

/** Numbers that are changed in place. */
interface Values {
  [at: number]: number;
}

/** Makes what turns a text's features into a vector. */
export function createVectorizer({ rows, list }: Weights): (features: Features) => Vector {
  const { reals: numbers, stride } = rows;
  const weighing = { rarity: { numbers, start: idfAt(0, stride), step: stride / 2 }, list };
  return (features) => {
    const values = features.counts.slice();
    weigh(features.rows, values, weighing);
    return { rows: features.rows, values };
  };
}

/**
 * Weighs features by their rarity, in place. Words and pieces of words are each brought to one length, so that a long
 * text does not outshout a short one.
 *
 * @param values what each of the rows counts in the text
 */
export function weigh(rows: ArrayLike<number>, values: Values, { rarity, list }: Weighing): void {
  const { numbers, start, step } = rarity;
  const grams = list.grams.length;
  let wordSquares = 0;
  let gramSquares = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const value = (values[at] as number) * (numbers[start + row * step] as number);
    values[at] = value;
    if (row < grams) gramSquares += value * value;
    else wordSquares += value * value;
  }
  const wordScale = 1 / (Math.sqrt(wordSquares) || 1);
  const gramScale = GRAMS / (Math.sqrt(gramSquares) || 1);
  for (let at = 0; at < rows.length; at += 1) {
    values[at] = (values[at] as number) * ((rows[at] as number) < grams ? gramScale : wordScale);
  }
}
