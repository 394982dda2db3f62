import { gramsOf, isGram, isWord, type Features } from '../features';
import type { Term } from '../score';
import { toToken } from '../words/tokens';
import type { WordShare } from './explanation';

/** Which words each feature of a text is made of, as a person would name them. */
export type Owners = ReadonlyMap<string, readonly Owner[]>;

type Owner = Omit<WordShare, 'share'>;

const SMALL: Owner = { origin: 'small words', word: '' };

/**
 * Finds the typed words behind each feature: those of a pair share it, and a piece of a word belongs to the words that
 * hold it. A pair of small words stands for itself.
 */
export function findOwners(features: Features, fillers: ReadonlySet<string>): Owners {
  const owners = new Map<string, readonly Owner[]>();
  for (const [name, { words }] of features) {
    if (!isGram(name)) owners.set(name, ownersOf(name, words, fillers));
  }
  for (const [name, { words }] of features) {
    if (!isWord(name)) continue;
    for (const gram of gramsOf(name)) {
      const more = ownersOf(name, words, fillers);
      owners.set(gram, [...(owners.get(gram) ?? []), ...more]);
    }
  }
  return owners;
}

function ownersOf(name: string, words: string, fillers: ReadonlySet<string>): Owner[] {
  if (name.startsWith('kind:')) return [{ origin: 'kind', word: '' }];
  if (name.startsWith('about:')) return [{ origin: 'program', word: '' }];
  if (words === '') return [SMALL];
  const telling = words.split(/ … | /).filter((word) => !fillers.has(toToken(word).stem));
  if (telling.length === 0) return [{ origin: 'word', word: words }];
  return [...new Set(telling)].map((word) => ({ origin: 'word', word }));
}

/** Adds up by word what the features add to a score. */
export function sumByWord(
  terms: readonly Term[],
  owners: Owners,
  shareOf: (term: Term) => number,
): WordShare[] {
  const sums = new Map<string, { owner: Owner; share: number }>();
  for (const term of terms) {
    const own = owners.get(term.feature) ?? [SMALL];
    for (const owner of own) {
      const key = `${owner.origin} ${owner.word}`;
      const before = sums.get(key)?.share ?? 0;
      sums.set(key, { owner, share: before + shareOf(term) / own.length });
    }
  }
  return [...sums.values()].map(({ owner, share }) => ({ ...owner, share }));
}
