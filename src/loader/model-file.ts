import { countFeatures, type FeatureList } from '../router/model/feature-list';
import { matrixOver } from '../router/model/weight-matrix';
import type { Thresholds, Weights } from '../router/types';

interface Header {
  readonly classes: readonly string[];
  readonly names: Pick<FeatureList, 'words' | 'inPairs' | 'grams'>;
  readonly features: number;
  readonly pairs: { readonly near: number; readonly far: number };
  readonly spelling: readonly string[];
  readonly thresholds: Thresholds;
  readonly unclearBias: number;
  readonly unit: number;
  readonly rarest: number;
  readonly gramWeight: number;
}

/**
 * In bytes: where the model's rows begin, beyond a multiple of a line of memory. A large file is read into a block that
 * begins 16 bytes behind a page: its rows then begin where lines do, and no row lies in one line more than it needs.
 */
const [LINE, BEYOND] = [64, 48];

/** Weights as bytes: the length of a JSON header, the header, the model's rows, and the other numbers. */
export function packModel(weights: Weights): Buffer {
  const { near, far, ...names } = weights.list;
  const head: Header = {
    classes: weights.classes,
    names,
    features: countFeatures(weights.list),
    pairs: { near: near.first.length, far: far.first.length },
    spelling: weights.words.list,
    thresholds: weights.thresholds,
    unclearBias: weights.unclearBias,
    unit: weights.unit,
    rarest: weights.rarest,
    gramWeight: weights.gramWeight,
  };
  const header = Buffer.from(JSON.stringify(head));
  const padding = Buffer.alloc((2 * LINE + BEYOND - 4 - (header.length % LINE)) % LINE, ' ');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length + padding.length);
  const whole = [near.first, near.second, far.first, far.second, weights.words.counts];
  const rest = [...whole.map((numbers) => Uint32Array.from(numbers)), weights.bias];
  const bytes = [weights.rows.weights, ...rest].map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
  );
  return Buffer.concat([length, header, padding, ...bytes]);
}

/**
 * The weights that `packWeights` packed.
 *
 * @throws Error where the bytes are cut short or are something else
 */
export function unpackModel(bytes: Buffer): Weights {
  const length = bytes.readUInt32LE();
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header;
  const { memory, start } = inMemory(bytes);
  const { classes, features, spelling, thresholds, unclearBias, unit, rarest, gramWeight } = head;
  let at = start + 4 + length;
  const rows = matrixOver(memory, { at, features, classes: classes.length });
  at += rows.weights.byteLength;
  const next = <T>(make: Make<T>, count: number): T => {
    const array = new make(memory, at, count);
    at += make.BYTES_PER_ELEMENT * count;
    return array;
  };
  const { near, far } = head.pairs;
  const list = {
    ...head.names,
    near: { first: next(Uint32Array, near), second: next(Uint32Array, near) },
    far: { first: next(Uint32Array, far), second: next(Uint32Array, far) },
  };
  const words = { list: spelling, counts: next(Uint32Array, spelling.length) };
  const bias = next(Float32Array, classes.length);
  if (at !== start + bytes.length) throw new Error('The file of weights is cut short.');
  return { classes, list, rows, unit, rarest, gramWeight, bias, unclearBias, words, thresholds };
}

/** The memory that bytes lie in, and where they start; a copy where numbers could not be read in place. */
function inMemory(bytes: Buffer): { memory: ArrayBuffer; start: number } {
  const { buffer, byteOffset } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset % 4 === 0) {
    return { memory: buffer, start: byteOffset };
  }
  return { memory: new Uint8Array(bytes).buffer, start: 0 };
}

interface Make<T> {
  new (numbers: ArrayBuffer, at: number, count: number): T;
  readonly BYTES_PER_ELEMENT: number;
}
