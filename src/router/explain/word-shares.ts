import { wordsAt } from '../model/features';
import type { EncodedText } from '../model/encode';
import { stem } from '../text/stem';
import type { WordShare } from './explanation';
import type { Term } from './terms';

/** Finds the typed words of a term. */
export type Owners = (term: Pick<Term, 'row' | 'place'>) => readonly Owner[];

type Owner = Omit<WordShare, 'share'>;

const SMALL: Owner = { origin: 'small words', word: '' };

interface Names {
  /** The words that the analyzer uses. */
  readonly rowOf: (name: string) => number;
  /** Stems of stop words. */
  readonly stopWords: ReadonlySet<string>;
}

/**
 * Finds the typed words of each feature. The words of a pair share it. A pair of stop words counts as one word.
 */
export function findOwners(encoded: EncodedText, { rowOf, stopWords }: Names): Owners {
  const byRow = new Map<number, readonly Owner[]>();
  const { rows, places } = encoded.features;
  places.forEach((place, slot) => {
    if (place !== null) byRow.set(rows[slot] as number, ownersOf(wordsAt(place), stopWords));
  });
  byRow.set(rowOf(`kind:${encoded.kind}`), [{ origin: 'kind', word: '' }]);
  byRow.set(rowOf(`about:${encoded.program ?? 'none'}`), [{ origin: 'program', word: '' }]);
  return ({ row, place }) => {
    return place === null ? (byRow.get(row) ?? [SMALL]) : ownersOf(wordsAt(place), stopWords);
  };
}

function ownersOf(words: string, stopWords: ReadonlySet<string>): Owner[] {
  const telling = words.split(/ … | /).filter((word) => !stopWords.has(stem(word)));
  if (telling.length === 0) return [{ origin: 'word', word: words }];
  return [...new Set(telling)].map((word) => ({ origin: 'word', word }));
}

/** Sums the shares of the features by word. */
export function sumByWord(
  terms: readonly Term[],
  owners: Owners,
  shareOf: (term: Term) => number,
): WordShare[] {
  const sums = new Map<string, { owner: Owner; share: number }>();
  for (const term of terms) {
    const own = owners(term);
    for (const owner of own) {
      const key = `${owner.origin} ${owner.word}`;
      const before = sums.get(key)?.share ?? 0;
      sums.set(key, { owner, share: before + shareOf(term) / own.length });
    }
  }
  return [...sums.values()].map(({ owner, share }) => ({ ...owner, share }));
}
