import { characterNgrams } from '../model/character-ngrams';
import { type FeatureIndex, UNKNOWN } from '../model/feature-index';

/** What a feature is made of. */
export type Made = { readonly kind: 'single'; readonly word: number } | PairMade;

interface PairMade {
  readonly kind: 'pair';
  readonly far: boolean;
  readonly first: number;
  readonly second: number;
}

/** A pair of word numbers as one number; there are fewer than two million words. */
const WORDS = 2 ** 21;

/** Gives a number to every word, every feature and every character n-gram that it is asked for. */
export class GrowingIndex implements FeatureIndex {
  /** Every feature, by its row. */
  readonly made: Made[] = [];
  /** Every word, by its number. */
  readonly words: string[] = [];
  /** Every character n-gram, by its number. */
  readonly grams: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly singles: number[] = [];
  private readonly gramNumbers = new Map<string, number>();
  private readonly gramsByWord: Uint32Array[] = [];
  private readonly pairs = { near: new Map<number, number>(), far: new Map<number, number>() };

  word(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.words.length);
    return this.words.push(name) - 1;
  }

  single(word: number): number {
    return (this.singles[word] ??= this.made.push({ kind: 'single', word }) - 1);
  }

  /** The numbers of the character n-grams of a word. */
  gramsOf(word: number): Uint32Array {
    return (this.gramsByWord[word] ??= Uint32Array.from(
      characterNgrams(this.words[word] as string),
      (gram) => this.gram(gram),
    ));
  }

  near(first: number, second: number): number {
    return this.pair('near', first, second);
  }

  far(first: number, second: number): number {
    return this.pair('far', first, second);
  }

  private gram(name: string): number {
    const known = this.gramNumbers.get(name);
    if (known !== undefined) return known;
    this.gramNumbers.set(name, this.grams.length);
    return this.grams.push(name) - 1;
  }

  private pair(kind: 'near' | 'far', first: number, second: number): number {
    const key = first * WORDS + second;
    const known = this.pairs[kind].get(key) ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    this.pairs[kind].set(key, this.made.length);
    return this.made.push({ kind: 'pair', far: kind === 'far', first, second }) - 1;
  }
}
