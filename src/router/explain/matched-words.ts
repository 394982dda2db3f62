import { type Features, type Place, tokensOf, typedWords } from '../model/features';
import { idfAt, type WeightMatrix } from '../model/weight-matrix';
import type { Token } from '../text/analyzer';

const MOST = 5;

/**
 * The words of the text that count for a class, at most five, each once. The strongest comes first, and ties are in
 * text order. Stop words ("for", "his") are removed from the ends of a phrase.
 */
export function matchedWords(
  features: Features,
  classIndex: number,
  model: WeightMatrix,
): string[] {
  const strengths = weighReasons(features, classIndex, model);
  const picked: string[] = [];
  while (picked.length < MOST) {
    const slot = strongest(strengths);
    if (slot === undefined) break;
    strengths[slot] = 0;
    pickFrom(features.places[slot] as Place, picked);
  }
  return picked;
}

/** How much each feature counts for a class; 0 if it counts against the class or contains only hidden words. */
function weighReasons(
  { rows, counts, places }: Features,
  classIndex: number,
  { weights, reals, stride }: WeightMatrix,
): number[] {
  const strengths = counts.slice();
  for (let slot = 0; slot < strengths.length; slot += 1) {
    const row = rows[slot] as number;
    const isNamed = places[slot] !== null;
    const weight = isNamed ? (weights[row * stride + classIndex] as number) : 0;
    const idf = reals[idfAt(row, stride)] as number;
    strengths[slot] = weight > 0 ? (counts[slot] as number) * idf * weight : 0;
  }
  return strengths;
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
