import { UNKNOWN } from '../model/feature-index';
import type { FeatureList, Pairs } from '../model/feature-list';
import type { GrowingIndex, Made } from './growing-index';
import type { Seen } from './corpus';

/** The features that a model learns, and how rare each is. */
export interface Vocabulary {
  readonly list: FeatureList;
  /** Inverse document frequency of each row. */
  readonly idf: Float32Array;
  /** The same for a word that no example has. */
  readonly rarest: number;
  /** How much the block of character n-grams counts beside the block of words. */
  readonly gramWeight: number;
  /** The row of each feature of the growing index; `UNKNOWN` where the model does not learn it. */
  readonly rows: Int32Array;
  /** The same for its character n-grams. */
  readonly gramRows: Int32Array;
}

/** Pairs that fewer examples show teach nothing about other texts. A word, even seen once, does. */
const LEAST = { single: 1, pair: 3 } as const;
/** How much a pair counts beside a word: its two words count already. */
const SHARE = { single: 1, pair: 0.8 } as const;

/** The features that enough examples show, with their inverse document frequency. */
export function collectVocabulary(seen: readonly Seen[], index: GrowingIndex): Vocabulary {
  const counts = countEach(
    seen.map(({ features }) => features),
    index.made.length,
  );
  const gramCounts = countEach(seen.map(gramsIn), index.grams.length);
  const kindOf = (feature: number): Made['kind'] => (index.made[feature] as Made).kind;
  const kept = [...counts.keys()].filter((feature) => {
    return (counts[feature] as number) >= LEAST[kindOf(feature)];
  });
  const { list, order } = listFeatures(kept, index);
  const grams = [...gramCounts.keys()]
    .filter((gram) => (gramCounts[gram] as number) > 0)
    .sort(by((gram) => index.grams[gram] as string));
  const rarityOf = (count: number): number => Math.log((1 + seen.length) / (1 + count)) + 1;
  const idf = [
    ...order.map((feature) => SHARE[kindOf(feature)] * rarityOf(counts[feature] as number)),
    ...grams.map((gram) => rarityOf(gramCounts[gram] as number)),
  ];
  return {
    list: { ...list, grams: grams.map((gram) => index.grams[gram] as string) },
    idf: Float32Array.from(idf),
    rarest: rarityOf(0),
    gramWeight: weighGrams(seen),
    rows: toRows(order, { length: index.made.length, first: 0 }),
    gramRows: toRows(grams, { length: index.grams.length, first: order.length }),
  };
}

/** At so many examples a label, letters say as much as words. */
const FEW = 10;

/** The more examples a label has, the more of its words they show, and the less letters have to add. */
function weighGrams(seen: readonly Seen[]): number {
  const labels = new Set(seen.flatMap(({ example }) => example.labels));
  const each = seen.length / Math.max(1, labels.size);
  return Math.min(1, (FEW / Math.max(1, each)) ** (1 / 6));
}

/** In how many of the lists each number stands; a list has each at most once. */
function countEach(lists: readonly Iterable<number>[], length: number): Uint32Array {
  const counts = new Uint32Array(length);
  for (const list of lists) for (const one of list) counts[one] = (counts[one] as number) + 1;
  return counts;
}

function gramsIn({ telling }: Seen): Set<number> {
  return new Set(telling.flatMap(({ grams }) => [...grams]));
}

/** Rows from a first one on, in the order given; `UNKNOWN` for all else. */
function toRows(
  order: readonly number[],
  { length, first }: { length: number; first: number },
): Int32Array {
  const rows = new Int32Array(length).fill(UNKNOWN);
  order.forEach((number, at) => {
    rows[number] = first + at;
  });
  return rows;
}

/** Puts features in the order of a list. */
function listFeatures(
  kept: readonly number[],
  { made, words }: Pick<GrowingIndex, 'made' | 'words'>,
): { list: Omit<FeatureList, 'grams'>; order: number[] } {
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
