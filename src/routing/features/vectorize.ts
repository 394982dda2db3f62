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
  /** Inverse document frequency of each row. */
  readonly idf: Float32Array;
  readonly list: { readonly grams: readonly string[] };
}

/** Numbers that are changed in place. */
interface Values {
  [at: number]: number;
}

/** A text's features as a vector. */
export function vectorize(features: Features, weighing: Weighing): Vector {
  const { rows } = features;
  const values = features.counts.slice();
  weigh(rows, values, weighing);
  return { rows, values };
}

/**
 * Weighs features by their rarity, in place. Words and pieces of words are each brought to one length, so that a long
 * text does not outshout a short one.
 *
 * @param values what each of the rows counts in the text
 */
export function weigh(rows: ArrayLike<number>, values: Values, { idf, list }: Weighing): void {
  const grams = list.grams.length;
  let wordSquares = 0;
  let gramSquares = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const value = (values[at] as number) * (idf[row] as number);
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
