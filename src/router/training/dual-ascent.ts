import type { Problem, Row, Solution } from './problem';

/** The bias is the weight of a feature that every row has, with this value: the smaller, the stronger its penalty. */
const BIAS_VALUE = 0.3;
/** Of the classes of a row, those move whose gap is at least this share of its largest: most are nearly right. */
const WORTH_MOVING = 0.02;
/** So that nothing is divided by 0. */
const TINY = 1e-12;

/**
 * Stochastic dual coordinate ascent for multinomial logistic regression. The dual of a row is a probability for each
 * class, its belief; the weights are the sum over the rows of (target - belief) times the row's values. At the optimum
 * the belief of each row equals what the weights predict for it. Each step moves one row's belief towards that.
 *
 * Source: Shalev-Shwartz, Zhang, Accelerated proximal stochastic dual coordinate ascent for regularized loss
 * minimization, Mathematical Programming 155 (2016); the belief as the dual: Collins and others, Exponentiated gradient
 * algorithms, JMLR 9 (2008).
 */
export class DualAscent {
  private readonly matrix: Float32Array;
  private readonly bias: Float32Array;
  private readonly beliefs: Float32Array;
  /** The square of each row's length. */
  private readonly lengths: Float64Array;
  /** Of the row at hand: what the weights predict for each class. */
  private readonly predicted: Float64Array;
  /** Belief minus prediction. */
  private readonly gaps: Float64Array;
  /** The classes that move, and how many they are. */
  private readonly moving: Uint32Array;
  private movingCount = 0;

  constructor(private readonly problem: Problem) {
    const { rows, features, classes } = problem;
    this.matrix = new Float32Array(features * classes);
    this.bias = new Float32Array(classes);
    this.beliefs = new Float32Array(rows.length * classes);
    this.predicted = new Float64Array(classes);
    this.gaps = new Float64Array(classes);
    this.moving = new Uint32Array(classes);
    this.lengths = Float64Array.from(rows, ({ values }) => {
      return values.reduce((sum, value) => sum + value * value, BIAS_VALUE ** 2);
    });
    rows.forEach(({ target }, at) => {
      for (const [label, share] of target) this.beliefs[at * classes + label] = share;
    });
  }

  /** The weights as they are now. */
  solution(): Solution {
    return { matrix: this.matrix, bias: this.bias.map((weight) => weight * BIAS_VALUE) };
  }

  /**
   * Moves the belief of one row towards what the weights predict for it, and the weights with it.
   *
   * @returns the squared distance that there was between the two
   */
  improve(at: number): number {
    const row = this.problem.rows[at] as Row;
    this.predict(row);
    const { distance, curvature } = this.findGaps(at);
    if (distance < TINY) return distance;
    const step =
      curvature / (curvature + this.problem.lossWeight * (this.lengths[at] as number) * distance);
    this.moveBelief(at, step);
    this.moveWeights(row);
    return distance;
  }

  /** Writes the probabilities of a row. */
  private predict(row: Row): void {
    const { predicted, bias, matrix } = this;
    const classes = predicted.length;
    for (let label = 0; label < classes; label += 1) {
      predicted[label] = BIAS_VALUE * (bias[label] as number);
    }
    addScores(row, matrix, predicted);
    toProbabilities(predicted);
  }

  /** Writes the gaps of a row; tells their squares' sum, and how sharply the row's own part of the dual bends. */
  private findGaps(at: number): { distance: number; curvature: number } {
    const { predicted, gaps, beliefs, moving } = this;
    const classes = gaps.length;
    const start = at * classes;
    let [distance, curvature, largest] = [0, 0, 0];
    for (let label = 0; label < classes; label += 1) {
      const belief = beliefs[start + label] as number;
      const gap = belief - (predicted[label] as number);
      gaps[label] = gap;
      const square = gap * gap;
      distance += square;
      curvature += (2 * square) / (belief + (predicted[label] as number) + TINY);
      if (square > largest) largest = square;
    }
    const least = WORTH_MOVING ** 2 * largest;
    this.movingCount = 0;
    for (let label = 0; label < classes; label += 1) {
      const gap = gaps[label] as number;
      if (gap * gap < least) continue;
      moving[this.movingCount] = label;
      this.movingCount += 1;
    }
    return { distance, curvature };
  }

  /** Turns the gaps into what the weights move by, for a value of 1. */
  private moveBelief(at: number, step: number): void {
    const { gaps, beliefs, moving, movingCount } = this;
    const start = at * gaps.length;
    for (let place = 0; place < movingCount; place += 1) {
      const label = moving[place] as number;
      const move = step * (gaps[label] as number);
      beliefs[start + label] = (beliefs[start + label] as number) - move;
      gaps[label] = this.problem.lossWeight * move;
    }
  }

  private moveWeights({ indices, values }: Row): void {
    const { matrix, bias, gaps, moving, movingCount } = this;
    const classes = gaps.length;
    for (let place = 0; place < movingCount; place += 1) {
      const label = moving[place] as number;
      bias[label] = (bias[label] as number) + BIAS_VALUE * (gaps[label] as number);
    }
    for (let at = 0; at < indices.length; at += 1) {
      const offset = (indices[at] as number) * classes;
      const value = values[at] as number;
      for (let place = 0; place < movingCount; place += 1) {
        const label = moving[place] as number;
        const slot = offset + label;
        matrix[slot] = (matrix[slot] as number) + value * (gaps[label] as number);
      }
    }
  }
}

/** Four features at a time: each score is read and written once for the four. */
function addScores({ indices, values }: Row, matrix: Float32Array, scores: Float64Array): void {
  const classes = scores.length;
  // What is behind the last feature adds nothing.
  const offsetAt = (at: number): number => (indices[at] ?? 0) * classes;
  for (let at = 0; at < indices.length; at += 4) {
    const a = offsetAt(at);
    const b = offsetAt(at + 1);
    const c = offsetAt(at + 2);
    const d = offsetAt(at + 3);
    const p = values[at] ?? 0;
    const q = values[at + 1] ?? 0;
    const r = values[at + 2] ?? 0;
    const s = values[at + 3] ?? 0;
    for (let label = 0; label < classes; label += 1) {
      scores[label] =
        (scores[label] as number) +
        p * (matrix[a + label] as number) +
        q * (matrix[b + label] as number) +
        r * (matrix[c + label] as number) +
        s * (matrix[d + label] as number);
    }
  }
}

/** Softmax, in place. */
function toProbabilities(scores: Float64Array): void {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const power = Math.exp((scores[label] as number) - highest);
    scores[label] = power;
    sum += power;
  }
  for (let label = 0; label < scores.length; label += 1) {
    scores[label] = (scores[label] as number) / sum;
  }
}
