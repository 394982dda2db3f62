import type { Utterance } from '../types';
import type { Reading, Word } from '../words/reader';
import { type FeatureIndex, UNKNOWN } from './feature-index';
import type { Features, Piece, Place } from './features';
import type { Tally } from './tally';

/** How much a word without meaning of its own counts: "we" and "they" tell who speaks. */
const FILLER = 0.5;
/** Words that carry meaning are paired with the next ones, whatever stands between them. */
const PAIR_REACH = 2;
/** So many concepts back one is paired with. */
const CONCEPT_REACH = 12;

/** What the model looks at: words, pairs of neighbours, concepts and their pairs, the kind of text, the program. */
export function collectFeatures(
  { kind, segments }: Utterance,
  readings: readonly Reading[],
  { index, tally, program }: Collecting,
): Features {
  const isLetter = kind === 'letter';
  readings.forEach((reading, at) => {
    const text: Text = { tally, index, weight: segments[at]?.weight ?? 1 };
    addWords(text, countedWords(reading), isLetter);
    addConcepts(text, reading);
  });
  tally.dampen();
  tally.add(index.single(index.word(`kind:${kind}`)), 1);
  tally.add(index.single(index.word(`about:${program ?? 'none'}`)), 1);
  return tally.take();
}

interface Collecting {
  readonly index: FeatureIndex;
  /** Of no other text at the same time. */
  readonly tally: Tally;
  readonly program: string | null;
}

/** What a sentence adds to, and how much the sentence counts. */
interface Text {
  readonly tally: Tally;
  readonly index: FeatureIndex;
  readonly weight: number;
}

/** A word as the model counts it. */
interface Counted {
  readonly word: Word;
  readonly piece: Piece;
}

/** In a letter small words, far pairs and pieces of words would drown what is asked. */
function addWords(text: Text, words: readonly Counted[], isLetter: boolean): void {
  const { tally, index, weight } = text;
  const telling = words.filter(({ word }) => !word.filler);
  for (const { word, piece } of telling) {
    const row = index.single(word.number);
    if (row !== UNKNOWN) tally.addAt(row, weight, alone(piece));
  }
  addNearPairs(text, words);
  if (isLetter) return;
  addFarPairs(text, telling);
  for (const { word } of words) {
    const own = word.filler ? weight * FILLER : weight;
    if (word.filler) tally.add(index.single(word.number), own);
    for (const gram of word.grams) tally.add(gram, own);
  }
}

function addNearPairs({ tally, index, weight }: Text, words: readonly Counted[]): void {
  for (let at = 1; at < words.length; at += 1) {
    const one = words[at - 1] as Counted;
    const other = words[at] as Counted;
    const row = index.near(one.word.number, other.word.number);
    if (row === UNKNOWN) continue;
    tally.addAt(row, weight, { first: one.piece, second: other.piece, gap: ' ' });
  }
}

function addFarPairs({ tally, index, weight }: Text, words: readonly Counted[]): void {
  words.forEach(({ word, piece }, at) => {
    const end = Math.min(words.length, at + 1 + PAIR_REACH);
    for (let next = at + 1; next < end; next += 1) {
      const other = words[next] as Counted;
      const row = index.far(word.number, other.word.number);
      if (row === UNKNOWN) continue;
      tally.addAt(row, weight, { first: piece, second: other.piece, gap: ' … ' });
    }
  });
}

function alone(piece: Piece): Place {
  return { first: piece, second: null, gap: ' ' };
}

/** Words that name a program become one word for it: what is asked does not hang on which school asks. */
function countedWords({ tokens, masks }: Reading): Counted[] {
  const counted: Counted[] = [];
  tokens.forEach((token, at) => {
    const mask = masks?.[at];
    if (mask === null) return;
    counted.push({ word: mask ?? token.word, piece: { tokens, at, length: 1 } });
  });
  return counted;
}

function addConcepts({ tally, index, weight }: Text, { tokens, concepts }: Reading): void {
  const seen: { number: number; piece: Piece }[] = [];
  for (const { number, at, length } of concepts) {
    const piece: Piece = { tokens, at, length };
    const single = index.single(number);
    if (single !== UNKNOWN) tally.addAt(single, weight, alone(piece));
    for (const other of seen) {
      if (other.number === number) continue;
      const row = index.near(other.number, number);
      if (row === UNKNOWN) continue;
      tally.addAt(row, weight, { first: other.piece, second: piece, gap: ' … ' });
    }
    seen.push({ number, piece });
    if (seen.length > CONCEPT_REACH) seen.shift();
  }
}
