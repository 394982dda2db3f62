import type { Weights } from '../routing/types';
import { fitLogisticRegression } from './logistic-regression';
import { collectVocabulary, toRows, type Seen } from './vectors';

export type Fitted = Omit<Weights, 'words' | 'thresholds'>;

/** Fits the linear model to the examples given, from zero: the same examples give the same weights. */
export function fit(seen: readonly Seen[], classes: readonly string[]): Fitted {
  const vocabulary = collectVocabulary(seen);
  const solution = fitLogisticRegression({
    rows: toRows(seen, vocabulary, classes),
    features: vocabulary.features.length,
    classes: classes.length,
  });
  return { classes, ...vocabulary, ...solution };
}
