import { UNKNOWN } from '../model/feature-index';
import type { FeatureList, Pairs } from '../model/feature-list';
import type { GrowingIndex, Made } from './growing-index';
import type { Seen } from './corpus';

/** The features that a model learns, and how rare each is. */
export interface Vocabulary {
  readonly list: FeatureList;
  /** Inverse document frequency of each row. */
  readonly idf: Float32Array;
  /** The row of each feature of the growing index; `UNKNOWN` where the model does not learn it. */
  readonly rows: Int32Array;
}

/** Features that fewer examples show teach nothing about other texts. */
const LEAST = { single: 2, pair: 3 } as const;

/** The features that enough examples show, with their inverse document frequency. */
export function collectVocabulary(seen: readonly Seen[], index: GrowingIndex): Vocabulary {
  const counts = new Uint32Array(index.made.length);
  for (const { features } of seen) {
    for (const feature of features) counts[feature] = (counts[feature] as number) + 1;
  }
  const kept = [...counts.keys()].filter((feature) => {
    return (counts[feature] as number) >= LEAST[(index.made[feature] as Made).kind];
  });
  const { list, order } = listFeatures(kept, index);
  const rows = new Int32Array(index.made.length).fill(UNKNOWN);
  order.forEach((feature, row) => {
    rows[feature] = row;
  });
  const idf = order.map((feature) => {
    return Math.log((1 + seen.length) / (1 + (counts[feature] as number))) + 1;
  });
  return { list, idf: Float32Array.from(idf), rows };
}

/** Puts features in the order of a list. */
function listFeatures(
  kept: readonly number[],
  { made, words }: Pick<GrowingIndex, 'made' | 'words'>,
): { list: FeatureList; order: number[] } {
  const named = kept.map((feature) => ({ feature, ...(made[feature] as Made) }));
  const singles = named
    .filter((one) => one.kind === 'single')
    .sort(by(({ word }) => words[word] as string));
  const alone = new Set(singles.map(({ word }) => word));
  const pairs = named.filter((one) => one.kind === 'pair');
  const paired = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const inPairs = [...paired]
    .filter((word) => !alone.has(word))
    .sort(by((word) => words[word] ?? ''));
  const places = new Map([...alone, ...inPairs].map((word, place) => [word, place]));
  const placed = pairs
    .map(({ feature, far, first, second }) => {
      return { feature, far, first: places.get(first) ?? 0, second: places.get(second) ?? 0 };
    })
    .sort((a, b) => a.first - b.first || a.second - b.second);
  const near = placed.filter((pair) => !pair.far);
  const far = placed.filter((pair) => pair.far);
  return {
    list: {
      words: singles.map(({ word }) => words[word] as string),
      inPairs: inPairs.map((word) => words[word] as string),
      near: toPairs(near),
      far: toPairs(far),
    },
    order: [...singles, ...near, ...far].map(({ feature }) => feature),
  };
}

function toPairs(pairs: readonly { first: number; second: number }[]): Pairs {
  return {
    first: Uint32Array.from(pairs, ({ first }) => first),
    second: Uint32Array.from(pairs, ({ second }) => second),
  };
}

function by<T>(nameOf: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [one, other] = [nameOf(a), nameOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}
