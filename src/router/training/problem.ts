/** One training row: the indices and values of its features, and how much it belongs to each class. */
export interface Row {
  /** An index can occur twice: its values add up. */
  readonly indices: Uint32Array;
  readonly values: Float32Array;
  /** Pairs of a class index and its share; the shares add up to 1. */
  readonly target: readonly (readonly [number, number])[];
  /** A hash of the row's text, 32 bits: says when the row has its turn, whatever other rows there are. */
  readonly key: number;
}

export interface Problem {
  readonly rows: readonly Row[];
  readonly features: number;
  readonly classes: number;
  /**
   * How much the sum of the rows' losses counts beside the penalty, which is half the sum of the squared weights: the
   * inverse strength of the regularization, `C` in most libraries.
   */
  readonly lossWeight: number;
  /**
   * The passes end when the probabilities of the rows are off what their optimum asks for by so little: the root of the
   * mean, over the rows, of the squared distance.
   */
  readonly tolerance: number;
}

export interface Solution {
  /** `features` rows of `classes` weights. */
  readonly matrix: Float32Array;
  readonly bias: Float32Array;
}
