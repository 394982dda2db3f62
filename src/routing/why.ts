import type { Reason } from './score';

const MOST = 5;

/** The asker's own words behind the strongest reasons, each once, at most five. */
export function pickWords(reasons: readonly Reason[]): string[] {
  const picked: string[] = [];
  for (const { words } of reasons) {
    if (picked.length === MOST) break;
    for (const phrase of words.split(' … ')) {
      if (phrase === '' || picked.length === MOST) continue;
      if (!picked.some((present) => covers(present, phrase))) picked.push(phrase);
    }
  }
  return picked;
}

function covers(present: string, phrase: string): boolean {
  return ` ${present} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${present} `);
}
