import { type Features, type Place, tokensOf, typedWords } from './features/features';
import type { Weights } from './types';
import type { Token } from './words/reader';

/** Where a feature stands that speaks for a class, and how much it does. */
interface Reason {
  readonly place: Place;
  readonly strength: number;
}

/**
 * Where the features stand that speak for one class and that a person could name, strongest first; of equals, the first
 * in the text.
 */
export function findReasons(
  { rows, counts, places }: Features,
  classIndex: number,
  { classes, idf, matrix }: Pick<Weights, 'classes' | 'idf' | 'matrix'>,
): readonly Place[] {
  const reasons: Reason[] = [];
  places.forEach((place, slot) => {
    if (place === null) return;
    const row = rows[slot] as number;
    const weight = matrix[row * classes.length + classIndex] as number;
    const strength = (counts[slot] as number) * (idf[row] as number) * weight;
    if (strength > 0) reasons.push({ place, strength });
  });
  return reasons.sort(strongerFirst).map(({ place }) => place);
}

function strongerFirst({ strength: one }: Reason, { strength: other }: Reason): number {
  return one > other ? -1 : one < other ? 1 : 0;
}

const MOST = 5;

/**
 * The asker's own words behind the strongest reasons, each once, at most five. Words that carry no meaning of their
 * own ("for", "his") are cut off the ends of a phrase.
 */
export function pickWords(reasons: readonly Place[]): string[] {
  const picked: string[] = [];
  for (const place of reasons) {
    for (const tokens of partsOf(place)) {
      if (picked.length === MOST) return picked;
      const phrase = trimmed(tokens);
      if (phrase === '' || picked.some((present) => covers(present, phrase))) continue;
      picked.push(phrase);
    }
  }
  return picked;
}

/** Halves that stand side by side are one phrase. */
function partsOf({ first, second, gap }: Place): (readonly Token[])[] {
  if (second === null) return [tokensOf(first)];
  const [one, other] = [tokensOf(first), tokensOf(second)];
  return gap === ' ' ? [[...one, ...other]] : [one, other];
}

function trimmed(tokens: readonly Token[]): string {
  let [start, end] = [0, tokens.length];
  while (start < end && tokens[start]?.unspoken === true) start += 1;
  while (start < end && tokens[end - 1]?.unspoken === true) end -= 1;
  return typedWords(tokens.slice(start, end));
}

/** Whether one of two phrases holds the other, word by word. */
function covers(present: string, phrase: string): boolean {
  if (!present.includes(' ') && !phrase.includes(' ')) return present === phrase;
  return ` ${present} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${present} `);
}
