import { ambiguityFeatures, type AmbiguitySigns } from '../model/ambiguity';
import { outOfScopeIntentOf } from '../model/labels';
import type { AmbiguityModel, Example } from '../types';
import { fitLogisticRegression } from './logistic-regression';
import { hashText } from './text-hash';

/** An example that the model had not seen, with the signs it showed. */
interface Judged {
  readonly example: Example;
  readonly labels: readonly string[];
  readonly signs: AmbiguitySigns;
}

/** Four signs and many examples: the penalty is there for the smallest books. */
const LOSS_WEIGHT = 1;
const TOLERANCE = 0.003;

/** Learns from held-out examples of ours how the signs of an open question are to be weighed together. */
export function fitAmbiguity(scored: readonly Judged[]): AmbiguityModel {
  const ours = scored.filter(({ labels }) =>
    labels.every((label) => outOfScopeIntentOf(label) === null),
  );
  const signs = ours.map((one) => ambiguityFeatures(one.signs));
  const columns = [0, 1, 2, 3].map((at) => spreadOf(signs.map((row) => row[at] ?? 0)));
  const rows = ours.map(({ example, labels }, index) => ({
    indices: Uint32Array.from([0, 1, 2, 3]),
    values: Float32Array.from(columns, ({ mean, deviation }, at) => {
      return ((signs[index]?.[at] ?? 0) - mean) / deviation;
    }),
    target: [[labels.length > 1 ? 1 : 0, 1]] as const,
    key: hashText(example.text),
  }));
  const { matrix, bias } = fitLogisticRegression({
    rows,
    features: 4,
    classes: 2,
    lossWeight: LOSS_WEIGHT,
    tolerance: TOLERANCE,
  });
  const difference = (pair: Float32Array, at: number): number =>
    (pair[at + 1] as number) - (pair[at] as number);
  const weights = columns.map(({ deviation }, at) => difference(matrix, 2 * at) / deviation);
  const offset = columns.reduce((sum, { mean }, at) => sum + mean * (weights[at] ?? 0), 0);
  return { bias: difference(bias, 0) - offset, weights };
}

function spreadOf(values: readonly number[]): { mean: number; deviation: number } {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}
