import { UNKNOWN } from '../model/feature-index';
import { scaleToUnit, squaresOfUnknown, type Vector, weigh } from '../model/vectorize';
import type { Seen, SeenWord } from './corpus';
import type { Row } from './problem';
import type { Vocabulary } from './vocabulary';

interface Block {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** The features of an example that a vocabulary holds, weighed as routing weighs them, and its n-grams one by one. */
export function toVector(seen: Seen, vocabulary: Vocabulary): Vector & Block {
  const features = featuresOf(seen, vocabulary);
  const grams = gramsOf(seen.telling, vocabulary);
  return {
    rows: [...features.rows, ...grams.rows],
    values: [...features.values, ...grams.values],
    words: [],
  };
}

function featuresOf({ features, counts, telling }: Seen, vocabulary: Vocabulary): Block {
  const rows: number[] = [];
  const values: number[] = [];
  for (let at = 0; at < features.length; at += 1) {
    const row = vocabulary.rows[features[at] as number] as number;
    if (row === UNKNOWN) continue;
    rows.push(row);
    values.push(counts[at] as number);
  }
  const words = telling.map(({ feature, count }) => {
    return { row: vocabulary.rows[feature] as number, count };
  });
  weigh(rows, values, {
    rarity: { numbers: vocabulary.idf, start: 0, step: 1 },
    unknown: squaresOfUnknown(words, vocabulary.rarest),
  });
  return { rows, values };
}

/** An n-gram of two words occurs twice, as in routing. */
function gramsOf(telling: readonly SeenWord[], vocabulary: Vocabulary): Block {
  const rows: number[] = [];
  const values: number[] = [];
  for (const { grams, count } of telling) {
    for (const gram of grams) {
      const row = vocabulary.gramRows[gram] as number;
      if (row === UNKNOWN) continue;
      rows.push(row);
      values.push(count * (vocabulary.idf[row] as number));
    }
  }
  const scale = vocabulary.gramWeight * scaleToUnit(values.map((value) => value * value));
  return { rows, values: values.map((value) => value * scale) };
}

/** Turns seen examples into training rows. */
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
      indices: Uint32Array.from(rows),
      values: Float32Array.from(values),
      target: labels.map((label) => [classIndex.get(label) ?? 0, 1 / labels.length] as const),
      key: one.key,
    };
  });
}
