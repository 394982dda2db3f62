import { countFeatures, type FeatureList } from '../routing/features/feature-list';
import { rowsOver } from '../routing/model-rows';
import type { Thresholds, Weights } from '../routing/types';

interface Header {
  readonly classes: readonly string[];
  readonly names: Pick<FeatureList, 'words' | 'inPairs'>;
  readonly features: number;
  readonly pairs: { readonly near: number; readonly far: number };
  readonly spelling: readonly string[];
  readonly thresholds: Thresholds;
  readonly unclearBias: number;
  readonly unit: number;
}

/**
 * In bytes. Allocators put a large block of memory 16 bytes behind the start of a page: so much further on, each row of
 * the model begins where a line of memory does, and no row lies in one line more than it needs.
 */
const LEAD = 48;

/** Weights as bytes: the length of a JSON header, the header, a gap, the model's rows, and the other numbers. */
export function packWeights(weights: Weights): Buffer {
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
  };
  const header = Buffer.from(JSON.stringify(head));
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4, ' ');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length + padding.length);
  const whole = [near.first, near.second, far.first, far.second, weights.words.counts];
  const lead = new Uint8Array(LEAD);
  const rest = [...whole.map((numbers) => Uint32Array.from(numbers)), weights.bias];
  const bytes = [lead, weights.rows.weights, ...rest].map((array) =>
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
  const { classes, features, spelling, thresholds, unclearBias, unit } = head;
  const rows = rowsOver(numbers, { at: LEAD, features, classes: classes.length });
  let at = LEAD + rows.weights.byteLength;
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
  const words = { list: spelling, counts: next(Uint32Array, spelling.length) };
  const bias = next(Float32Array, classes.length);
  if (at !== numbers.byteLength) throw new Error('The file of weights is cut short.');
  return { classes, list, rows, unit, bias, unclearBias, words, thresholds };
}

interface Make<T> {
  new (numbers: ArrayBuffer, at: number, count: number): T;
  readonly BYTES_PER_ELEMENT: number;
}
