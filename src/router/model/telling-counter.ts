import type { Token } from '../text/analyzer';
import type { Place, TellingWord } from './features';
import { dampen } from './feature-counter';

interface Counting extends TellingWord {
  count: number;
}

/** Counts the words of one text that carry meaning. */
export class TellingCounter {
  private readonly words: Counting[] = [];
  private readonly places = new Map<string, Counting>();

  /** Adds a word at a place. The first of several places is kept. */
  add({ stem, row }: Token, count: number, place: Place): void {
    const present = this.places.get(stem);
    if (present !== undefined) {
      present.count += count;
      return;
    }
    const word: Counting = { stem, row, count, place };
    this.words.push(word);
    this.places.set(stem, word);
  }

  /** The words in the order in which they were met, dampened. Of each text, once. */
  take(): readonly TellingWord[] {
    for (const word of this.words) word.count = dampen(word.count);
    return this.words;
  }
}
