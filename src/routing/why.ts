import { type Feature, type Features, type Piece, tokensOf } from './features/features';
import type { Weights } from './types';
import type { Token } from './words/reader';

/** A feature that speaks for a class, and how much. */
interface Reason {
  readonly feature: Feature;
  readonly strength: number;
}

/**
 * The features that speak for one class and that a person could name, strongest first; of equals, the first in the
 * text.
 */
export function findReasons(
  features: Features,
  classIndex: number,
  { classes, idf, matrix }: Pick<Weights, 'classes' | 'idf' | 'matrix'>,
): readonly Feature[] {
  const reasons: Reason[] = [];
  features.forEach((feature, row) => {
    if (feature.first === null) return;
    const weight = matrix[row * classes.length + classIndex] as number;
    const strength = feature.weight * (idf[row] as number) * weight;
    if (strength > 0) reasons.push({ feature, strength });
  });
  return reasons.sort((a, b) => b.strength - a.strength).map(({ feature }) => feature);
}

const MOST = 5;

/**
 * The asker's own words behind the strongest reasons, each once, at most five. Words that carry no meaning of their
 * own ("for", "his") are cut off the ends of a phrase.
 */
export function pickWords(reasons: readonly Feature[]): string[] {
  const picked: string[] = [];
  for (const { first, second, gap } of reasons) {
    for (const tokens of partsOf(first, second, gap)) {
      if (picked.length === MOST) return picked;
      const phrase = trimmed(tokens);
      if (phrase === '' || picked.some((present) => covers(present, phrase))) continue;
      picked.push(phrase);
    }
  }
  return picked;
}

/** Halves that stand side by side are one phrase. */
function partsOf(first: Piece | null, second: Piece | null, gap: Feature['gap']) {
  if (first === null) return [];
  if (second === null) return [tokensOf(first)];
  const [one, other] = [tokensOf(first), tokensOf(second)];
  return gap === ' ' ? [[...one, ...other]] : [one, other];
}

function trimmed(tokens: readonly Token[]): string {
  let [start, end] = [0, tokens.length];
  while (start < end && tokens[start]?.unspoken === true) start += 1;
  while (start < end && tokens[end - 1]?.unspoken === true) end -= 1;
  if (end - start === 1) return tokens[start]?.typed ?? '';
  return tokens
    .slice(start, end)
    .map(({ typed }) => typed)
    .join(' ');
}

/** Whether one of two phrases holds the other, word by word. */
function covers(present: string, phrase: string): boolean {
  if (!present.includes(' ') && !phrase.includes(' ')) return present === phrase;
  return ` ${present} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${present} `);
}
