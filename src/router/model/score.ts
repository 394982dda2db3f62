import type { Vector } from './vectorize';
import { unclearAt } from './weight-matrix';
import type { Weights } from '../types';

/** The part of the weights that scoring needs. */
export type Scoring = Pick<Weights, 'rows' | 'unit' | 'bias' | 'unclearBias'>;

export interface Scores {
  /** A score for each class of `weights.classes`; `softmax` turns them into probabilities. */
  readonly classes: readonly number[];
  /** The probability that the text is ambiguous, from the words alone. */
  readonly unclear: number;
}

/** Creates the scorer for the classes and for ambiguity. */
export function createScorer(weights: Scoring): (vector: Vector) => Scores {
  const bias = Array.from(weights.bias);
  return (vector) => {
    const classes = bias.slice();
    addClasses(classes, vector, weights);
    addWords(classes, vector);
    return { classes, unclear: scoreUnclear(vector, weights) };
  };
}

function addWords(scores: number[], { words }: Vector): void {
  for (const { grams, value } of words) {
    for (let label = 0; label < scores.length; label += 1) {
      scores[label] = (scores[label] as number) + value * (grams.classes[label] as number);
    }
  }
}

function scoreUnclear(
  { rows, values, words }: Vector,
  { rows: model, unclearBias }: Scoring,
): number {
  const { reals, stride } = model;
  let sum = unclearBias;
  for (let at = 0; at < rows.length; at += 1) {
    sum += (values[at] as number) * (reals[unclearAt(rows[at] as number, stride)] as number);
  }
  for (const { grams, value } of words) sum += value * grams.unclear;
  return 1 / (1 + Math.exp(-sum));
}

/** Eight features at a time: each score is read and written once for the eight, and their rows are fetched together. */
function addClasses(scores: number[], { rows, values }: Vector, scoring: Scoring): void {
  const { unit, rows: model } = scoring;
  const { weights, stride } = model;
  const size = scores.length;
  // What is behind the last feature adds nothing.
  const rowAt = (at: number): number => (rows[at] ?? 0) * stride;
  const byUnit = (at: number): number => (values[at] ?? 0) * unit;
  for (let at = 0; at < rows.length; at += 8) {
    const a = rowAt(at);
    const b = rowAt(at + 1);
    const c = rowAt(at + 2);
    const d = rowAt(at + 3);
    const e = rowAt(at + 4);
    const f = rowAt(at + 5);
    const g = rowAt(at + 6);
    const h = rowAt(at + 7);
    const p = byUnit(at);
    const q = byUnit(at + 1);
    const r = byUnit(at + 2);
    const s = byUnit(at + 3);
    const t = byUnit(at + 4);
    const u = byUnit(at + 5);
    const v = byUnit(at + 6);
    const w = byUnit(at + 7);
    for (let label = 0; label < size; label += 1) {
      scores[label] =
        (scores[label] as number) +
        p * (weights[a + label] as number) +
        q * (weights[b + label] as number) +
        r * (weights[c + label] as number) +
        s * (weights[d + label] as number) +
        t * (weights[e + label] as number) +
        u * (weights[f + label] as number) +
        v * (weights[g + label] as number) +
        w * (weights[h + label] as number);
    }
  }
}

/** Converts scores to probabilities. A temperature above 1 makes the probabilities less extreme. */
export function softmax(scores: readonly number[], temperature: number): number[] {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  const powers = scores.slice();
  let sum = 0;
  for (let at = 0; at < powers.length; at += 1) {
    const power = Math.exp(((powers[at] as number) - highest) / temperature);
    powers[at] = power;
    sum += power;
  }
  for (let at = 0; at < powers.length; at += 1) powers[at] = (powers[at] as number) / sum;
  return powers;
}
