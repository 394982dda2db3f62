import type { Token } from '../words/reader';
import { UNKNOWN } from './feature-index';
import type { Slots } from './slots';

/** A piece of a text: so many tokens from a place on. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly length: number;
}

/** Where a feature stands in a text: one piece, or the two halves of a pair and what stands between them. */
export interface Place {
  readonly first: Piece;
  readonly second: Piece | null;
  readonly gap: ' ' | ' … ';
}

/** The features of a text that the model knows, in three lists of one length, in the order in which they are met. */
export interface Features {
  /** In the model. */
  readonly rows: readonly number[];
  /** How much each counts. */
  readonly counts: readonly number[];
  /** Null where nobody would name it as a reason: a small word, a piece of a word. */
  readonly places: readonly (Place | null)[];
}

/** The features of a text while it is read. Lists of numbers: an object for each feature takes twice the time. */
export class Tally implements Features {
  readonly rows: number[] = [];
  readonly counts: number[] = [];
  readonly places: (Place | null)[] = [];

  constructor(private readonly slots: Slots) {}

  /** A feature that nobody would name as a reason. */
  add(row: number, count: number): void {
    if (row === UNKNOWN) return;
    const slot = this.slots.of(row);
    if (slot === UNKNOWN) this.push(row, count, null);
    else this.counts[slot] = (this.counts[slot] as number) + count;
  }

  /** A feature and where it stands, which is told only for the first of its kind. */
  addAt(row: number, count: number, place: () => Place): void {
    if (row === UNKNOWN) return;
    const slot = this.slots.of(row);
    if (slot === UNKNOWN) this.push(row, count, place());
    else this.counts[slot] = (this.counts[slot] as number) + count;
  }

  private push(row: number, count: number, place: Place | null): void {
    this.slots.set(row, this.rows.length);
    this.rows.push(row);
    this.counts.push(count);
    this.places.push(place);
  }

  /** A word said five times does not count five times. */
  dampen(): void {
    for (let slot = 0; slot < this.counts.length; slot += 1) {
      const count = this.counts[slot] as number;
      if (count > 1) this.counts[slot] = 1 + Math.log(count);
    }
  }

  /** What was met, once the text is read. */
  end(): Features {
    this.slots.forget(this.rows);
    return this;
  }
}

/** The typed words of a place, the halves of a far pair with an ellipsis between them. */
export function wordsAt({ first, second, gap }: Place): string {
  return second === null ? typedOf(first) : `${typedOf(first)}${gap}${typedOf(second)}`;
}

function typedOf(piece: Piece): string {
  return tokensOf(piece)
    .map(({ typed }) => typed)
    .join(' ');
}

/** The tokens of a piece. */
export function tokensOf({ tokens, at, length }: Piece): readonly Token[] {
  return tokens.slice(at, at + length);
}
