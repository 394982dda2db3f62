/**
 * The numbers of each feature side by side: its weights for the classes, how much it speaks for a text that leaves open
 * what it asks, and its rarity. The features of a text lie far apart in a model, and to fetch a line of memory takes
 * longer than all that is done with it.
 */
export interface WeightMatrix {
  /** A row's weights for the classes, in units of `Weights.unit`; row `at` begins at `at * stride`. */
  readonly weights: Int16Array;
  /** The same memory as real numbers. */
  readonly reals: Float32Array;
  /** How many 16-bit numbers a row takes. */
  readonly stride: number;
}

/** What the rows are made of, each in the order of the features. */
export interface Columns {
  /** A row of weights for each feature, in units. */
  readonly matrix: Int16Array;
  readonly idf: Float32Array;
  readonly unclear: Float32Array;
}

/** In 16-bit numbers: a line of a processor's memory has 64 bytes. */
const LINE = 32;
/** A row ends with two real numbers. */
const REALS = 4;

/** How many 16-bit numbers a row takes that has so many classes. */
export function strideFor(classes: number): number {
  return LINE * Math.ceil((classes + REALS) / LINE);
}

/** Rows over a block of memory that holds them already, or that has room for them. */
export function matrixOver(
  memory: ArrayBuffer,
  { at, features, classes }: { at: number; features: number; classes: number },
): WeightMatrix {
  const stride = strideFor(classes);
  return {
    weights: new Int16Array(memory, at, features * stride),
    reals: new Float32Array(memory, at, (features * stride) / 2),
    stride,
  };
}

/** Lays the numbers of each feature side by side. */
export function buildWeightMatrix({ matrix, idf, unclear }: Columns): WeightMatrix {
  const features = idf.length;
  const classes = features === 0 ? 0 : matrix.length / features;
  const memory = new ArrayBuffer(2 * features * strideFor(classes));
  const rows = matrixOver(memory, { at: 0, features, classes });
  for (let row = 0; row < features; row += 1) {
    const own = matrix.subarray(row * classes, (row + 1) * classes);
    rows.weights.set(own, row * rows.stride);
    rows.reals[unclearAt(row, rows.stride)] = unclear[row] as number;
    rows.reals[idfAt(row, rows.stride)] = idf[row] as number;
  }
  return rows;
}

/** Where in `reals` a row's inverse document frequency stands. */
export function idfAt(row: number, stride: number): number {
  return ((row + 1) * stride) / 2 - 1;
}

/** The index in `reals` of a row's weight for ambiguity. */
export function unclearAt(row: number, stride: number): number {
  return ((row + 1) * stride) / 2 - 2;
}
