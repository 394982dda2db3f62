import { type Features, type Place, tokensOf, typedWords } from '../model/features';
import type { Vector } from '../model/vectorize';
import type { Token } from '../text/analyzer';
import type { Weights } from '../types';

const MOST = 5;

/** The features of a text, and the vector that they make. */
interface Seen {
  readonly features: Features;
  readonly vector: Vector;
}

/**
 * The words of the text that count for a class, at most five, each once. The strongest comes first, and ties are in
 * text order. Stop words ("for", "his") are removed from the ends of a phrase.
 */
export function matchedWords(seen: Seen, classIndex: number, model: Model): string[] {
  const { strengths, places } = weighReasons(seen, classIndex, model);
  const picked: string[] = [];
  while (picked.length < MOST) {
    const slot = strongest(strengths);
    if (slot === undefined) break;
    strengths[slot] = 0;
    pickFrom(places[slot] as Place, picked);
  }
  return picked;
}

type Model = Pick<Weights, 'rows' | 'unit'>;

interface Reasons {
  readonly strengths: number[];
  readonly places: readonly (Place | null)[];
}

/**
 * How much each feature, and then the character n-grams of each word, count for a class; 0 if they count against the class
 * or contain only hidden words.
 */
function weighReasons(
  { features, vector }: Seen,
  classIndex: number,
  { rows: { weights, stride }, unit }: Model,
): Reasons {
  const { rows, places, telling } = features;
  const strengths = features.counts.slice();
  for (let slot = 0; slot < rows.length; slot += 1) {
    const isNamed = places[slot] !== null;
    const weight = isNamed ? (weights[(rows[slot] as number) * stride + classIndex] as number) : 0;
    strengths[slot] = weight > 0 ? (vector.values[slot] as number) * unit * weight : 0;
  }
  for (const { grams, value } of vector.words) {
    strengths.push(Math.max(0, value * (grams.classes[classIndex] as number)));
  }
  return { strengths, places: places.concat(telling.map(({ place }) => place)) };
}

/** The index of the largest number, or of the first among equals; undefined if no number is above 0. */
function strongest(strengths: readonly number[]): number | undefined {
  let slot: number | undefined;
  let most = 0;
  for (let at = 0; at < strengths.length; at += 1) {
    const strength = strengths[at] as number;
    if (strength > most) [slot, most] = [at, strength];
  }
  return slot;
}

/** Joins adjacent halves into one phrase. */
function pickFrom({ first, second, gap }: Place, picked: string[]): void {
  if (second !== null && gap === ' ') {
    pick([...tokensOf(first), ...tokensOf(second)], picked);
    return;
  }
  pick(tokensOf(first), picked);
  if (second !== null) pick(tokensOf(second), picked);
}

function pick(tokens: readonly Token[], picked: string[]): void {
  const phrase = trimmed(tokens);
  if (picked.length === MOST || phrase === '') return;
  if (!picked.some((present) => covers(present, phrase))) picked.push(phrase);
}

function trimmed(tokens: readonly Token[]): string {
  let [start, end] = [0, tokens.length];
  while (start < end && tokens[start]?.hidden === true) start += 1;
  while (start < end && tokens[end - 1]?.hidden === true) end -= 1;
  return end - start === 1 ? (tokens[start] as Token).typed : typedWords(tokens.slice(start, end));
}

/** Whether one of two phrases contains the other, word by word. */
function covers(present: string, phrase: string): boolean {
  if (!present.includes(' ') && !phrase.includes(' ')) return present === phrase;
  return ` ${present} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${present} `);
}
