import { type Features, isGram } from './features';

/** How much the pieces of words count beside the words: they catch slips and endings, and mislead where they rule. */
const GRAMS = 0.5;

/** A text as the model sees it: which known features it has, and how much each counts. */
export interface Vector {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/**
 * Weighs the known features by their rarity. Words and pieces of words are each brought to one length, so that a long
 * text does not outshout a short one.
 *
 * @param index the row of each known feature
 * @param idf inverse document frequency of each row
 */
export function vectorize(
  features: Features,
  index: ReadonlyMap<string, number>,
  idf: Float32Array,
): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  const grams: boolean[] = [];
  let wordSquares = 0;
  let gramSquares = 0;
  for (const [name, feature] of features) {
    const row = index.get(name);
    if (row === undefined) continue;
    const value = feature.weight * (idf[row] ?? 0);
    const gram = isGram(name);
    if (gram) gramSquares += value * value;
    else wordSquares += value * value;
    rows.push(row);
    values.push(value);
    grams.push(gram);
  }
  const wordScale = 1 / (Math.sqrt(wordSquares) || 1);
  const gramScale = GRAMS / (Math.sqrt(gramSquares) || 1);
  return {
    rows,
    values: values.map((value, at) => value * (grams[at] === true ? gramScale : wordScale)),
  };
}
