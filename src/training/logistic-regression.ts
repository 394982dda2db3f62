/** One training row: the indices and values of its features, and how much it belongs to each class. */
export interface Row {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
  /** Pairs of a class index and its share; the shares add up to 1. */
  readonly target: readonly (readonly [number, number])[];
  /** How much the row counts; 1 for a plain example. */
  readonly weight: number;
}

export interface Problem {
  readonly rows: readonly Row[];
  readonly features: number;
  readonly classes: number;
  /** Strength of the penalty on large weights (ridge). */
  readonly penalty: number;
}

/**
 * The loss of multinomial logistic regression with a ridge penalty, and its gradient, at the given parameters.
 *
 * @returns the loss; the gradient is written into `gradient`
 */
export function lossAndGradient(
  problem: Problem,
  parameters: Float64Array,
  gradient: Float64Array,
): number {
  const { rows, features, classes, penalty } = problem;
  const biasAt = features * classes;
  let loss = 0;
  for (let at = 0; at < biasAt; at += 1) {
    const weight = parameters[at] as number;
    gradient[at] = penalty * weight;
    loss += 0.5 * penalty * weight * weight;
  }
  gradient.fill(0, biasAt);
  const scores = new Float64Array(classes);
  for (const row of rows) {
    scoreRow(row, parameters, scores);
    loss += row.weight * toErrors(row, scores);
    spread(row, scores, gradient);
  }
  return loss;
}

function scoreRow(row: Row, parameters: Float64Array, scores: Float64Array): void {
  const classes = scores.length;
  const biasAt = parameters.length - classes;
  for (let label = 0; label < classes; label += 1)
    scores[label] = parameters[biasAt + label] as number;
  for (let at = 0; at < row.indices.length; at += 1) {
    const offset = (row.indices[at] as number) * classes;
    const value = row.values[at] as number;
    for (let label = 0; label < classes; label += 1) {
      scores[label] = (scores[label] as number) + value * (parameters[offset + label] as number);
    }
  }
}

/** Replaces the scores by (probability - target); returns the row's cross entropy. */
function toErrors(row: Row, scores: Float64Array): number {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  const logSum = highest + Math.log(sum);
  let loss = 0;
  for (const [label, share] of row.target) loss += share * (logSum - (scores[label] as number));
  for (let label = 0; label < scores.length; label += 1)
    scores[label] = Math.exp((scores[label] as number) - logSum);
  for (const [label, share] of row.target) scores[label] = (scores[label] as number) - share;
  return loss;
}

function spread(row: Row, errors: Float64Array, gradient: Float64Array): void {
  const classes = errors.length;
  const biasAt = gradient.length - classes;
  for (let at = 0; at < row.indices.length; at += 1) {
    const offset = (row.indices[at] as number) * classes;
    const value = (row.values[at] as number) * row.weight;
    for (let label = 0; label < classes; label += 1) {
      gradient[offset + label] =
        (gradient[offset + label] as number) + value * (errors[label] as number);
    }
  }
  for (let label = 0; label < classes; label += 1) {
    gradient[biasAt + label] =
      (gradient[biasAt + label] as number) + row.weight * (errors[label] as number);
  }
}
