import { type Feature, type Features, wordsOf } from './features/features';
import type { Weights } from './types';

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
export function pickWords(
  reasons: readonly Feature[],
  isFiller: (word: string) => boolean,
): string[] {
  const picked: string[] = [];
  for (const reason of reasons) {
    for (const part of wordsOf(reason).split(' … ')) {
      if (picked.length === MOST) return picked;
      const phrase = trimFillers(part, isFiller);
      if (phrase === '' || picked.some((present) => covers(present, phrase))) continue;
      picked.push(phrase);
    }
  }
  return picked;
}

function trimFillers(phrase: string, isFiller: (word: string) => boolean): string {
  if (!phrase.includes(' ')) return isFiller(phrase) ? '' : phrase;
  const words = phrase.split(' ');
  while (words.length > 0 && isFiller(words[0] ?? '')) words.shift();
  while (words.length > 0 && isFiller(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** Whether one of two phrases holds the other, word by word. */
function covers(present: string, phrase: string): boolean {
  if (!present.includes(' ') && !phrase.includes(' ')) return present === phrase;
  return ` ${present} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${present} `);
}
