import { idfAt, unclearAt } from './weight-matrix';
import type { Weights } from '../types';
import { findSorted } from './find-sorted';
import { remember } from '../text/memoize-words';
import { characterNgrams } from './character-ngrams';
import { UNKNOWN } from './feature-index';
import { firstGramRow } from './feature-list';

/** What the character n-grams of one word add up to. */
export interface WordGrams {
  /** For each class of the model: the sum of the n-grams' weights, each times its rarity. */
  readonly classes: readonly number[];
  /** The same for leaving open what is asked. */
  readonly unclear: number;
  /** The sum of the squares of their rarities. */
  readonly squares: number;
}

type Model = Pick<Weights, 'classes' | 'list' | 'rows' | 'unit'>;

/**
 * Makes what sums up a word's n-grams. A sum is kept for the next time: so the letters of a text cost as much as its
 * words, however many n-grams they have.
 */
export function createGramReader(model: Model): (stem: string) => WordGrams {
  const first = firstGramRow(model.list);
  return remember((stem) => {
    const places = characterNgrams(stem).map((gram) => findSorted(model.list.grams, gram));
    return sumRows(
      places.filter((place) => place !== UNKNOWN).map((place) => first + place),
      model,
    );
  });
}

function sumRows(own: readonly number[], { classes, rows, unit }: Model): WordGrams {
  const { weights, reals, stride } = rows;
  const sums = classes.map(() => 0);
  let [unclear, squares] = [0, 0];
  for (const row of own) {
    const idf = reals[idfAt(row, stride)] as number;
    for (let label = 0; label < sums.length; label += 1) {
      const weight = weights[row * stride + label] as number;
      sums[label] = (sums[label] as number) + idf * unit * weight;
    }
    unclear += idf * (reals[unclearAt(row, stride)] as number);
    squares += idf * idf;
  }
  return { classes: sums, unclear, squares };
}
