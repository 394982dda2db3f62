import type { Utterance } from '../types';
import type { FoundConcept, Analysis, Token } from '../text/analyzer';
import { type FeatureIndex, UNKNOWN } from './feature-index';
import type { Features, Piece, Place } from './features';
import type { FeatureCounter } from './feature-counter';
import { TellingCounter } from './telling-counter';

/** The weight of stop words. They are not ignored, because "we" and "they" tell who is speaking. */
const FILLER = 0.5;
/** How many following content words a content word is paired with. Words in between do not matter. */
const PAIR_REACH = 2;
/** How many preceding concepts a concept is paired with. */
const CONCEPT_REACH = 12;

/**
 * The features of the model: words, pairs of adjacent words, concepts and their pairs, the kind of text, the program, and
 * the characters of content words.
 */
export function collectFeatures(
  { kind, segments }: Utterance,
  analyses: readonly Analysis[],
  { index, rowOf, counter, program }: Collecting,
): Features {
  const isEmail = kind === 'email';
  const telling = new TellingCounter();
  analyses.forEach((analysis, at) => {
    const text: Text = { counter, telling, index, weight: segments[at]?.weight ?? 1 };
    addWords(text, countedWords(analysis), isEmail);
    addConcepts(text, analysis);
  });
  counter.dampen();
  counter.add(rowOf(`kind:${kind}`), 1);
  counter.add(rowOf(`about:${program ?? 'none'}`), 1);
  return { ...counter.take(), telling: telling.take() };
}

interface Collecting {
  readonly index: FeatureIndex;
  /** The reader's. */
  readonly rowOf: (name: string) => number;
  /** Not shared with another text at the same time. */
  readonly counter: FeatureCounter;
  readonly program: string | null;
}

/** The counter that a sentence adds to, and the weight of the sentence. */
interface Text {
  readonly counter: FeatureCounter;
  readonly telling: TellingCounter;
  readonly index: FeatureIndex;
  readonly weight: number;
}

/** A word as the model counts it, and its place. */
interface Counted {
  readonly word: Token;
  readonly piece: Piece;
  /** Whether the word is the text's own, and not one that stands for a program's name. */
  readonly own: boolean;
}

/** In an email, stop words and distant pairs would outweigh the question. */
function addWords(text: Text, words: readonly Counted[], isEmail: boolean): void {
  const { counter, weight } = text;
  const telling: Counted[] = [];
  for (const counted of words) {
    if (counted.word.filler) continue;
    telling.push(counted);
    const { row } = counted.word;
    const place = alone(counted.piece);
    if (row !== UNKNOWN) counter.addAt(row, weight, place);
    if (counted.own) text.telling.add(counted.word, weight, place);
  }
  addNearPairs(text, words);
  if (isEmail) return;
  addFarPairs(text, telling);
  for (const { word } of words) if (word.filler) counter.add(word.row, weight * FILLER);
}

function addNearPairs({ counter, index, weight }: Text, words: readonly Counted[]): void {
  for (let at = 1; at < words.length; at += 1) {
    const one = words[at - 1] as Counted;
    const other = words[at] as Counted;
    const row = index.near(one.word.number, other.word.number);
    if (row === UNKNOWN) continue;
    counter.addAt(row, weight, { first: one.piece, second: other.piece, gap: ' ' });
  }
}

function addFarPairs({ counter, index, weight }: Text, words: readonly Counted[]): void {
  for (let at = 0; at < words.length; at += 1) {
    const one = words[at] as Counted;
    const end = Math.min(words.length, at + 1 + PAIR_REACH);
    for (let next = at + 1; next < end; next += 1) {
      const other = words[next] as Counted;
      const row = index.far(one.word.number, other.word.number);
      if (row === UNKNOWN) continue;
      counter.addAt(row, weight, { first: one.piece, second: other.piece, gap: ' … ' });
    }
  }
}

function alone(piece: Piece): Place {
  return { first: piece, second: null, gap: ' ' };
}

/** Replaces the words that name a program by one word. The question does not depend on the name of a school. */
function countedWords({ tokens, masks }: Analysis): Counted[] {
  const counted: Counted[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const mask = masks?.[at];
    if (mask === null) continue;
    const piece: Piece = { tokens, at, length: 1 };
    counted.push({ word: mask ?? token, piece, own: mask === undefined });
  }
  return counted;
}

function addConcepts({ counter, index, weight }: Text, { tokens, concepts }: Analysis): void {
  const pieces: Piece[] = [];
  for (let here = 0; here < concepts.length; here += 1) {
    const { number, at, length } = concepts[here] as FoundConcept;
    const piece: Piece = { tokens, at, length };
    pieces.push(piece);
    const single = index.single(number);
    if (single !== UNKNOWN) counter.addAt(single, weight, alone(piece));
    for (let before = Math.max(0, here - CONCEPT_REACH); before < here; before += 1) {
      const other = (concepts[before] as FoundConcept).number;
      const row = other === number ? UNKNOWN : index.near(other, number);
      if (row === UNKNOWN) continue;
      counter.addAt(row, weight, { first: pieces[before] as Piece, second: piece, gap: ' … ' });
    }
  }
}
