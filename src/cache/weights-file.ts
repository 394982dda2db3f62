import { countFeatures, type FeatureList } from '../routing/features/feature-list';
import type { Thresholds, Weights } from '../routing/types';

interface Header {
  readonly classes: readonly string[];
  readonly names: Pick<FeatureList, 'grams' | 'words' | 'inPairs'>;
  readonly pairs: { readonly near: number; readonly far: number };
  readonly spelling: readonly string[];
  readonly thresholds: Thresholds;
  readonly unclearBias: number;
  readonly unit: number;
}

/** Weights as bytes: the length of a JSON header, the header, then the numbers, the largest first. */
export function packWeights(weights: Weights): Buffer {
  const { near, far, ...names } = weights.list;
  const head: Header = {
    classes: weights.classes,
    names,
    pairs: { near: near.first.length, far: far.first.length },
    spelling: weights.words.list,
    thresholds: weights.thresholds,
    unclearBias: weights.unclearBias,
    unit: weights.unit,
  };
  const header = Buffer.from(JSON.stringify(head));
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4, ' ');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length + padding.length);
  const whole = [near.first, near.second, far.first, far.second, weights.words.counts];
  const real = [weights.idf, weights.bias, weights.unclear, weights.matrix];
  const bytes = [...whole.map((numbers) => Uint32Array.from(numbers)), ...real].map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
  );
  return Buffer.concat([length, header, padding, ...bytes]);
}

/**
 * The weights that `packWeights` packed.
 *
 * @throws Error where the bytes are cut short or are something else
 */
export function unpackWeights(bytes: Buffer): Weights {
  const length = bytes.readUInt32LE();
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header;
  const numbers = new Uint8Array(bytes.subarray(4 + length)).buffer;
  let at = 0;
  const next = <T>(make: Make<T>, count: number): T => {
    const array = new make(numbers, at, count);
    at += make.BYTES_PER_ELEMENT * count;
    return array;
  };
  const { near, far } = head.pairs;
  const list = {
    ...head.names,
    near: { first: next(Uint32Array, near), second: next(Uint32Array, near) },
    far: { first: next(Uint32Array, far), second: next(Uint32Array, far) },
  };
  const { classes, spelling, thresholds, unclearBias, unit } = head;
  const features = countFeatures(list);
  const weights = {
    words: { list: spelling, counts: next(Uint32Array, spelling.length) },
    idf: next(Float32Array, features),
    bias: next(Float32Array, classes.length),
    unclear: next(Float32Array, features),
    matrix: next(Int16Array, features * classes.length),
  };
  if (at !== numbers.byteLength) throw new Error('The file of weights is cut short.');
  return { classes, list, thresholds, unclearBias, unit, ...weights };
}

interface Make<T> {
  new (numbers: ArrayBuffer, at: number, count: number): T;
  readonly BYTES_PER_ELEMENT: number;
}
