import type { Vector } from './features/vectorize';
import type { Weights } from './types';

/** What scoring needs of the weights. */
export type Scoring = Pick<Weights, 'matrix' | 'unit' | 'bias' | 'unclear' | 'unclearBias'>;

export interface Scores {
  /** A score for each class of `weights.classes`; `softmax` turns them into probabilities. */
  readonly classes: Float64Array;
  /** The probability that the text leaves open what it asks. */
  readonly unclear: number;
}

/** Scores a text for each class, and for leaving open what it asks. */
export function score({ rows, values }: Vector, weights: Scoring): Scores {
  const { matrix, unit, unclear } = weights;
  const scores = Float64Array.from(weights.bias);
  const size = scores.length;
  let unclearScore = weights.unclearBias;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const value = values[at] as number;
    const offset = row * size;
    const weight = value * unit;
    unclearScore += value * (unclear[row] as number);
    for (let label = 0; label < size; label += 1) {
      scores[label] = (scores[label] as number) + weight * (matrix[offset + label] as number);
    }
  }
  return { classes: scores, unclear: 1 / (1 + Math.exp(-unclearScore)) };
}

/** Turns scores into probabilities; a temperature above 1 makes them less sure of themselves. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  const powers = new Float64Array(scores.length);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp(((scores[at] as number) - highest) / temperature);
    powers[at] = power;
    sum += power;
  }
  for (let at = 0; at < powers.length; at += 1) powers[at] = (powers[at] as number) / sum;
  return powers;
}
