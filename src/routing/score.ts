import type { Features } from './features';
import type { Weights } from './types';
import { vectorize } from './vectorize';

/** What scoring needs of the weights. */
export type Scoring = Pick<
  Weights,
  'classes' | 'features' | 'idf' | 'matrix' | 'bias' | 'unclear' | 'unclearBias'
>;

/** Weights made ready for look-ups. */
export interface Scorer {
  score(features: Features): Scores;
  /** How much each known feature speaks for one class over the mean of all, strongest first. */
  reasons(features: Features, classIndex: number): readonly Reason[];
  /** The features that the weights know, each with what it adds to the scores. */
  terms(features: Features): readonly Term[];
}

/** A known feature of a text. What it adds to a score is its value times its weight. */
export interface Term {
  readonly feature: string;
  /** To a class's score, over the mean of all classes. */
  toClass(classIndex: number): number;
  /** To the score of leaving open what is asked. */
  readonly toUnclear: number;
}

export interface Scores {
  /** A score for each class of `weights.classes`; `softmax` turns them into probabilities. */
  readonly classes: Float64Array;
  /** The probability that the text leaves open what it asks. */
  readonly unclear: number;
}

export interface Reason {
  readonly feature: string;
  readonly words: string;
  readonly strength: number;
}

export function createScorer(weights: Scoring): Scorer {
  const rows = new Map(weights.features.map((feature, row) => [feature, row]));
  const size = weights.classes.length;

  return {
    score(features) {
      const scores = Float64Array.from(weights.bias);
      let unclear = weights.unclearBias;
      const { rows: at, values } = vectorize(features, rows, weights.idf);
      at.forEach((row, position) => {
        const value = values[position] as number;
        const offset = row * size;
        unclear += value * (weights.unclear[row] as number);
        for (let label = 0; label < size; label += 1) {
          scores[label] =
            (scores[label] as number) + value * (weights.matrix[offset + label] as number);
        }
      });
      return { classes: scores, unclear: 1 / (1 + Math.exp(-unclear)) };
    },
    reasons(features, classIndex) {
      return [...features]
        .map(([feature, { words, weight }]) => ({
          feature,
          words,
          strength: weight * strengthOf(weights, rows.get(feature), classIndex),
        }))
        .filter(({ strength }) => strength > 0)
        .sort((a, b) => b.strength - a.strength || (a.feature < b.feature ? -1 : 1));
    },
    terms(features) {
      const { rows: at, values } = vectorize(features, rows, weights.idf);
      return at.map((row, position) => toTerm(weights, row, values[position] as number));
    },
  };
}

function toTerm(weights: Scoring, row: number, value: number): Term {
  const size = weights.classes.length;
  const own = weights.matrix.subarray(row * size, (row + 1) * size);
  const mean = own.reduce((sum, weight) => sum + weight, 0) / size;
  return {
    feature: weights.features[row] ?? '',
    toClass: (classIndex) => value * ((own[classIndex] ?? mean) - mean),
    toUnclear: value * (weights.unclear[row] ?? 0),
  };
}

function strengthOf(weights: Scoring, row: number | undefined, classIndex: number): number {
  if (row === undefined) return 0;
  const offset = row * weights.classes.length;
  return (weights.idf[row] ?? 0) * (weights.matrix[offset + classIndex] ?? 0);
}

/** Turns scores into probabilities; a temperature above 1 makes them less sure of themselves. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  const highest = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
