import type { Weights } from '../routing/types';
import { lossAndGradient, type Problem } from './logistic-regression';
import { minimize } from './minimize';
import { collectVocabulary, toRows, type Seen } from './vectors';

const PENALTY = 0.005;
const STOP = { iterations: 120, tolerance: 3e-4 };

export type Fitted = Omit<Weights, 'words' | 'thresholds'>;

/** Fits the linear model to the examples given, from zero: the same examples give the same weights. */
export function fit(seen: readonly Seen[], classes: readonly string[]): Fitted {
  const vocabulary = collectVocabulary(seen);
  const problem: Problem = {
    rows: toRows(seen, vocabulary, classes),
    features: vocabulary.features.length,
    classes: classes.length,
    penalty: PENALTY,
  };
  const start = new Float64Array((problem.features + 1) * problem.classes);
  const { at } = minimize(
    (point, gradient) => lossAndGradient(problem, point, gradient),
    start,
    STOP,
  );
  const biasAt = problem.features * problem.classes;
  return {
    classes,
    ...vocabulary,
    matrix: Float32Array.from(at.subarray(0, biasAt)),
    bias: Float32Array.from(at.subarray(biasAt)),
  };
}
