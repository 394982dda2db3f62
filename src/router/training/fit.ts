import { countFeatures } from '../model/feature-list';
import { outOfScopeIntentOf } from '../model/labels';
import { buildWeightMatrix } from '../model/weight-matrix';
import type { Weights } from '../types';
import type { Corpus, Seen } from './corpus';
import { fitLogisticRegression } from './logistic-regression';
import type { Problem } from './problem';
import { toRows } from './to-rows';
import { collectVocabulary, type Vocabulary } from './vocabulary';

/** Weights without what only routing needs. */
export type Fitted = Omit<Weights, 'words' | 'thresholds'>;

/** Weighs the loss against the penalty: chosen by the scores on eight published sets and on `eval/practice.jsonl`. */
const LOSS_WEIGHT = 20;

/** The model that routes is trained to here; see `Problem.tolerance`. */
export const PRECISE = 0.01;
/** The models of cross-validation may be farther from their optimum: the thresholds come out the same. */
export const ROUGH = 0.06;

/**
 * Fits two linear models to the examples given, from zero: which class a text belongs to, and whether it leaves open
 * what it asks. The same examples give the same weights.
 */
export function fit(
  { index, seen }: Corpus,
  classes: readonly string[],
  tolerance: number,
): { fitted: Fitted; vocabulary: Vocabulary } {
  const vocabulary = collectVocabulary(seen, index);
  const { list, idf, rarest, gramWeight } = vocabulary;
  const rows = toRows(seen, vocabulary, classes);
  const features = countFeatures(list);
  const ours = rows.filter((_, at) => isOurs(seen[at]));
  const { matrix, bias } = fitLogisticRegression({
    rows,
    features,
    classes: classes.length,
    lossWeight: LOSS_WEIGHT,
    tolerance,
  });
  const { whole, unit } = toUnits(matrix);
  const { unclear, unclearBias } = fitUnclear({ rows: ours, features, tolerance });
  const laid = buildWeightMatrix({ matrix: whole, idf, unclear });
  const fitted = { classes, list, rows: laid, unit, rarest, gramWeight, bias, unclearBias };
  return { fitted, vocabulary };
}

const LARGEST = 32_767;

/** The weights as whole multiples of a unit: a power of two, so that it stays the same where the largest moves a little. */
function toUnits(matrix: Float32Array): { whole: Int16Array; unit: number } {
  let largest = 0;
  for (const weight of matrix) largest = Math.max(largest, Math.abs(weight));
  const unit = 2 ** Math.ceil(Math.log2(largest / LARGEST || 1));
  const whole = new Int16Array(matrix.length);
  for (let at = 0; at < matrix.length; at += 1)
    whole[at] = Math.round((matrix[at] as number) / unit);
  return { whole, unit };
}

/** Whether a text is about the programs: an out-of-scope text says nothing of how unclear ours are. */
function isOurs(seen: Seen | undefined): boolean {
  return seen?.example.labels.every((label) => outOfScopeIntentOf(label) === null) ?? false;
}

/** A row with two or three labels is an example of an ambiguous text. */
function fitUnclear({ rows, features, tolerance }: Omit<Problem, 'classes' | 'lossWeight'>): {
  unclear: Float32Array;
  unclearBias: number;
} {
  const { matrix, bias } = fitLogisticRegression({
    rows: rows.map((row) => ({ ...row, target: [[row.target.length > 1 ? 1 : 0, 1]] })),
    features,
    classes: 2,
    lossWeight: LOSS_WEIGHT,
    tolerance,
  });
  const difference = (pair: Float32Array, at: number): number =>
    (pair[at + 1] as number) - (pair[at] as number);
  return {
    unclear: Float32Array.from({ length: features }, (_, at) => difference(matrix, 2 * at)),
    unclearBias: difference(bias, 0),
  };
}
