import type { Thresholds, Weights } from '../routing/types';

interface Header {
  readonly classes: readonly string[];
  readonly features: readonly string[];
  readonly words: Readonly<Record<string, number>>;
  readonly thresholds: Thresholds;
  readonly unclearBias: number;
}

/** Weights as bytes: the length of a JSON header, the header, then the numbers as 32-bit floats. */
export function packWeights(weights: Weights): Buffer {
  const { classes, features, words, thresholds, unclearBias, ...numbers } = weights;
  const head: Header = { classes, features, words, thresholds, unclearBias };
  const header = Buffer.from(JSON.stringify(head));
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4, ' ');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length + padding.length);
  const arrays = [numbers.idf, numbers.bias, numbers.unclear, numbers.matrix];
  const bytes = arrays.map((array) =>
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
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header;
  const { length: features } = header.features;
  const { length: classes } = header.classes;
  const size = 4 * (2 * features + classes + features * classes);
  if (bytes.length !== 4 + length + size) throw new Error('The file of weights is cut short.');
  const numbers = new Float32Array(size / 4);
  Buffer.from(numbers.buffer).set(bytes.subarray(4 + length));
  return {
    ...header,
    idf: numbers.subarray(0, features),
    bias: numbers.subarray(features, features + classes),
    unclear: numbers.subarray(features + classes, 2 * features + classes),
    matrix: numbers.subarray(2 * features + classes),
  };
}
