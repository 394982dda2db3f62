import type { Token } from '../words/reader';
import type { Place, TellingWord } from './features';
import { dampen } from './tally';

/** Counts the words of one text that carry meaning. */
export class TellingTally {
  private readonly words = new Map<string, { token: Token; count: number; place: Place }>();

  /** A word, and where it stands; of several places, the first is kept. */
  add(token: Token, count: number, place: Place): void {
    const present = this.words.get(token.stem);
    if (present === undefined) this.words.set(token.stem, { token, count, place });
    else present.count += count;
  }

  /** The words in the order in which they were met. */
  take(): TellingWord[] {
    return Array.from(this.words.values(), ({ token, count, place }) => {
      return { stem: token.stem, row: token.row, count: dampen(count), place };
    });
  }
}
