import type { AmbiguityModel } from '../types';

/** The signs that a text is ambiguous. */
export interface AmbiguitySigns {
  /** The probability from the words alone, 0 to 1. */
  readonly unclear: number;
  /** The probabilities of the best two routes. */
  readonly first: number;
  readonly second: number;
  /** How many words the text has. */
  readonly words: number;
}

/** Keeps the logarithms finite. */
const LEAST = 1e-4;

/** The signs as inputs of a linear model, in the order of `Openness.weights`. */
export function ambiguityFeatures({ unclear, first, second, words }: AmbiguitySigns): number[] {
  return [logOdds(unclear), logOdds(first), Math.log(second + LEAST), Math.log(words + 1)];
}

/** The probability that a text is ambiguous, from all signs. */
export function ambiguityOf(signs: AmbiguitySigns, { bias, weights }: AmbiguityModel): number {
  const score = ambiguityFeatures(signs).reduce(
    (sum, sign, at) => sum + sign * (weights[at] ?? 0),
    bias,
  );
  return 1 / (1 + Math.exp(-score));
}

function logOdds(probability: number): number {
  const bounded = Math.min(Math.max(probability, LEAST), 1 - LEAST);
  return Math.log(bounded / (1 - bounded));
}
