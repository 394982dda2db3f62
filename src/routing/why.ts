import type { Reason } from './score';

const MOST = 5;

/**
 * The asker's own words behind the strongest reasons, each once, at most five. Words that carry no meaning of their
 * own ("for", "his") are cut off the ends of a phrase.
 */
export function pickWords(
  reasons: readonly Reason[],
  isFiller: (word: string) => boolean,
): string[] {
  const picked: string[] = [];
  for (const { words } of reasons) {
    for (const phrase of words.split(' … ').map((one) => trimFillers(one, isFiller))) {
      if (picked.length === MOST) return picked;
      if (phrase === '' || picked.some((present) => covers(present, phrase))) continue;
      picked.push(phrase);
    }
  }
  return picked;
}

function trimFillers(phrase: string, isFiller: (word: string) => boolean): string {
  const words = phrase.split(' ');
  while (words.length > 0 && isFiller(words[0] ?? '')) words.shift();
  while (words.length > 0 && isFiller(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

function covers(present: string, phrase: string): boolean {
  return ` ${present} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${present} `);
}
