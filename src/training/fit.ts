import { neighbourOf } from '../routing/labels';
import type { Weights } from '../routing/types';
import { fitLogisticRegression, type Row } from './logistic-regression';
import { collectVocabulary, type Seen, toRows } from './vectors';

export type Fitted = Omit<Weights, 'words' | 'thresholds'>;

/**
 * Fits two linear models to the examples given, from zero: which class a text belongs to, and whether it leaves open
 * what it asks. The same examples give the same weights.
 */
export function fit(seen: readonly Seen[], classes: readonly string[]): Fitted {
  const vocabulary = collectVocabulary(seen);
  const rows = toRows(seen, vocabulary, classes);
  const features = vocabulary.features.length;
  return {
    classes,
    ...vocabulary,
    ...fitLogisticRegression({ rows, features, classes: classes.length }),
    ...fitUnclear(
      rows.filter((_, at) => isOurs(seen[at])),
      features,
    ),
  };
}

/** Whether a text is about the programs: what is foreign says nothing of how unclear ours are. */
function isOurs(seen: Seen | undefined): boolean {
  return seen?.example.labels.every((label) => neighbourOf(label) === null) ?? false;
}

/** A row with two or three labels is an example of a text that leaves open what it asks. */
function fitUnclear(
  rows: readonly Row[],
  features: number,
): Pick<Fitted, 'unclear' | 'unclearBias'> {
  const { matrix, bias } = fitLogisticRegression({
    rows: rows.map((row) => ({ ...row, target: [[row.target.length > 1 ? 1 : 0, 1]] })),
    features,
    classes: 2,
  });
  const difference = (pair: Float32Array, at: number): number =>
    (pair[at + 1] as number) - (pair[at] as number);
  return {
    unclear: Float32Array.from({ length: features }, (_, at) => difference(matrix, 2 * at)),
    unclearBias: difference(bias, 0),
  };
}
