import type { Reader, Reading } from './words/reader';
import type { Utterance } from './types';
import { remember } from './words/remember';

/** A feature of an utterance: how much it counts, and the typed words behind it. */
export interface Feature {
  weight: number;
  readonly words: string;
}

export type Features = Map<string, Feature>;

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'dont',
  'doesnt',
  'cant',
  'cannot',
  'isnt',
  'wont',
  'arent',
  'didnt',
  'without',
  'nobody',
  'nothing',
  'noone',
]);
const NEGATION_REACH = 3;

/** What the model looks at: words, pairs of neighbours, concepts and their pairs, the kind of text, the program. */
export function collectFeatures(
  utterance: Utterance,
  readings: readonly Reading[],
  { reader, program }: { reader: Reader; program: string | null },
): Features {
  const features: Features = new Map();
  const isLetter = utterance.kind === 'letter';
  utterance.segments.forEach((segment, index) => {
    const reading = readings[index];
    if (reading === undefined) return;
    addWords(features, reading, { weight: segment.weight, fillers: reader.fillers, isLetter });
    addConcepts(features, reading, segment.weight);
  });
  if (!isLetter) addGrams(features);
  for (const feature of features.values()) feature.weight = dampen(feature.weight);
  features.set(`kind:${utterance.kind}`, { weight: 1, words: '' });
  features.set(`about:${program ?? 'none'}`, { weight: 1, words: '' });
  return features;
}

const GRAM = '"';
const GRAM_LENGTH = 4;

/** A feature that is one plain word: no pair, concept, program, kind or piece. */
export function isWord(name: string): boolean {
  return /^[^~ :"]+$/.test(name);
}

/** A feature that is a piece of a word, not a word. */
export function isGram(name: string): boolean {
  return name.startsWith(GRAM);
}

/** Adds the pieces of each word, its ends marked. */
function addGrams(features: Features): void {
  const words = [...features].filter(([name]) => isWord(name));
  for (const [name, { weight }] of words) {
    for (const gram of gramsOf(name)) add(features, gram, { weight, words: '' });
  }
}

/** The pieces of a word, its ends marked. */
export const gramsOf = remember((word): readonly string[] => {
  const marked = `^${word}$`;
  const count = Math.max(0, marked.length - GRAM_LENGTH + 1);
  return Array.from({ length: count }, (_, at) => GRAM + marked.slice(at, at + GRAM_LENGTH));
});

/** A word said five times does not count five times. */
function dampen(weight: number): number {
  return weight <= 1 ? weight : 1 + Math.log(weight);
}

interface WordOptions {
  readonly weight: number;
  readonly fillers: ReadonlySet<string>;
  /** In a letter small words and far pairs would drown what is asked. */
  readonly isLetter: boolean;
}

/** A word as the model counts it. */
interface Counted {
  readonly stem: string;
  readonly typed: string;
  readonly filler: boolean;
}

/** How much a word without meaning of its own counts: "we" and "they" tell who speaks. */
const FILLER = 0.5;
/** Words that carry meaning are paired with the next ones, whatever stands between them. */
const PAIR_REACH = 2;

function addWords(features: Features, reading: Reading, options: WordOptions): void {
  const { weight, fillers, isLetter } = options;
  const words = countedWords(reading, fillers);
  const telling = words.filter(({ filler }) => !filler);
  for (const { stem, typed } of telling) add(features, stem, { weight, words: typed });
  addPairs(features, words, { weight, reach: 1, between: ' ' });
  if (isLetter) return;
  addPairs(features, telling, { weight, reach: PAIR_REACH, between: ' _ ' });
  for (const { stem, filler } of words) {
    if (filler) add(features, stem, { weight: weight * FILLER, words: '' });
  }
}

interface PairOptions {
  readonly weight: number;
  readonly reach: number;
  readonly between: string;
}

function addPairs(features: Features, words: readonly Counted[], options: PairOptions): void {
  const { weight, reach, between } = options;
  words.forEach((word, at) => {
    for (const next of words.slice(at + 1, at + 1 + reach)) {
      const pair = `${word.stem}${between}${next.stem}`;
      const gap = reach === 1 ? ' ' : ' … ';
      add(features, pair, { weight, words: `${word.typed}${gap}${next.typed}` });
    }
  });
}

function countedWords(reading: Reading, fillers: ReadonlySet<string>): Counted[] {
  const names = maskPrograms(reading);
  return reading.tokens.flatMap(({ stem, typed }, at) => {
    const name = names[at];
    if (name === '') return [];
    return [{ stem: name ?? stem, typed, filler: name === undefined && fillers.has(stem) }];
  });
}

/** Words that name a program become one word for it: what is asked does not hang on which school asks. */
function maskPrograms(reading: Reading): (string | undefined)[] {
  const masks: (string | undefined)[] = [];
  for (const { id, at, length } of [...reading.programHints, ...reading.programNames]) {
    masks[at] = `program:${id}`;
    for (let offset = 1; offset < length; offset += 1) masks[at + offset] = '';
  }
  return masks;
}

function addConcepts(features: Features, reading: Reading, weight: number): void {
  const seen: { name: string; typed: string }[] = [];
  for (const { id, at, length } of reading.concepts) {
    const name = isNegated(reading, at) ? `~not-${id}` : `~${id}`;
    const typed = reading.tokens
      .slice(at, at + length)
      .map((token) => token.typed)
      .join(' ');
    add(features, name, { weight, words: typed });
    for (const other of seen) {
      if (other.name === name) continue;
      add(features, `${other.name} ${name}`, { weight, words: `${other.typed} … ${typed}` });
    }
    seen.push({ name, typed });
    if (seen.length > 12) seen.shift();
  }
}

function isNegated(reading: Reading, at: number): boolean {
  return reading.tokens
    .slice(Math.max(0, at - NEGATION_REACH), at)
    .some(({ stem }) => NEGATIONS.has(stem));
}

function add(features: Features, name: string, { weight, words }: Feature): void {
  const present = features.get(name);
  if (present === undefined) features.set(name, { weight, words });
  else present.weight += weight;
}
