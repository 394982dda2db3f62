/** One training row: the indices and values of its features, and how much it belongs to each class. */
export interface Row {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
  /** Pairs of a class index and its share; the shares add up to 1. */
  readonly target: readonly (readonly [number, number])[];
}

export interface Problem {
  readonly rows: readonly Row[];
  readonly features: number;
  readonly classes: number;
}

export interface Solution {
  /** `features` rows of `classes` weights. */
  readonly matrix: Float32Array;
  readonly bias: Float32Array;
}

const PASSES = 8;
const STEP = 0.5;
/** What the sums of squares begin with: the larger, the shorter the first steps. */
const CAUTION = 0.01;

/**
 * Fits a multinomial logistic regression by AdaGrad: one example after the other, each weight with a step of its own
 * that shrinks with what it has moved, so that rare words learn as fast as common ones. A few passes stand for a
 * penalty. The rows are shuffled the same way every time: the same rows in the same order give the same weights.
 *
 * @param runs how often to fit, each time in another order; the mean of them hangs less on the order
 *
 * Source: Duchi, Hazan, Singer, Adaptive Subgradient Methods, JMLR 12 (2011), figure 1 (diagonal).
 */
export function fitLogisticRegression(problem: Problem, runs = 1): Solution {
  const random = createRandom();
  const first = run(problem, random);
  for (let more = 1; more < runs; more += 1) {
    const other = run(problem, random);
    addTo(first.matrix, other.matrix);
    addTo(first.bias, other.bias);
  }
  return {
    matrix: first.matrix.map((sum) => sum / runs),
    bias: first.bias.map((sum) => sum / runs),
  };
}

function addTo(sums: Float32Array, terms: Float32Array): void {
  for (let at = 0; at < sums.length; at += 1) {
    sums[at] = (sums[at] as number) + (terms[at] as number);
  }
}

function run({ rows, features, classes }: Problem, random: () => number): Solution {
  const state: State = {
    matrix: new Float32Array(features * classes),
    bias: new Float32Array(classes),
    matrixSquares: new Float32Array(features * classes).fill(CAUTION),
    biasSquares: new Float32Array(classes).fill(CAUTION),
    errors: new Float64Array(classes),
  };
  const order = rows.map((_, at) => at);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const at of order) learn(rows[at] as Row, state);
  }
  return { matrix: state.matrix, bias: state.bias };
}

interface State extends Solution {
  readonly matrixSquares: Float32Array;
  readonly biasSquares: Float32Array;
  /** Probability minus target of each class, for the row at hand. */
  readonly errors: Float64Array;
}

function learn(row: Row, state: State): void {
  predict(row, state);
  const { matrix, matrixSquares, errors } = state;
  const classes = errors.length;
  const wrong = wrongLabels(errors);
  step(state.bias, state.biasSquares, { errors, wrong, offset: 0, value: 1 });
  for (let at = 0; at < row.indices.length; at += 1) {
    const offset = (row.indices[at] as number) * classes;
    step(matrix, matrixSquares, { errors, wrong, offset, value: row.values[at] as number });
  }
}

/** A class whose probability is as good as right moves nothing: most are, for most rows. */
const NEGLIGIBLE = 0.001;

function wrongLabels(errors: Float64Array): number[] {
  const wrong: number[] = [];
  errors.forEach((error, label) => {
    if (Math.abs(error) > NEGLIGIBLE) wrong.push(label);
  });
  return wrong;
}

interface Move {
  readonly errors: Float64Array;
  /** The classes to move. */
  readonly wrong: readonly number[];
  readonly offset: number;
  readonly value: number;
}

function step(weights: Float32Array, squares: Float32Array, move: Move): void {
  const { errors, wrong, offset, value } = move;
  for (const label of wrong) {
    const slope = value * (errors[label] as number);
    const at = offset + label;
    const sum = (squares[at] as number) + slope * slope;
    squares[at] = sum;
    weights[at] = (weights[at] as number) - (STEP * slope) / Math.sqrt(sum);
  }
}

/** Writes (probability - target) of each class into `errors`. */
function predict(row: Row, { matrix, bias, errors }: State): void {
  const classes = errors.length;
  errors.set(bias);
  addScores(row, matrix, errors);
  let highest = -Infinity;
  for (const score of errors) if (score > highest) highest = score;
  let sum = 0;
  for (let label = 0; label < classes; label += 1) {
    const power = Math.exp((errors[label] as number) - highest);
    errors[label] = power;
    sum += power;
  }
  for (let label = 0; label < classes; label += 1) errors[label] = (errors[label] as number) / sum;
  for (const [label, share] of row.target) errors[label] = (errors[label] as number) - share;
}

/** Four features at a time, as routing does. */
function addScores({ indices, values }: Row, matrix: Float32Array, scores: Float64Array): void {
  const classes = scores.length;
  const offsetAt = (at: number): number => (indices[at] ?? 0) * classes;
  for (let at = 0; at < indices.length; at += 4) {
    const [a, b, c, d] = [offsetAt(at), offsetAt(at + 1), offsetAt(at + 2), offsetAt(at + 3)];
    const [p = 0, q = 0, r = 0, s = 0] = [
      values[at],
      values[at + 1],
      values[at + 2],
      values[at + 3],
    ];
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

/** Numbers from 0 to 1, the same ones every time (a linear congruential generator, Numerical Recipes' constants). */
function createRandom(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Fisher and Yates' shuffle, in place. */
function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}
