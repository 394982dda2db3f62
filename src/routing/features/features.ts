import type { Token } from '../words/reader';
import type { Counter, Counts } from './counter';
import { UNKNOWN } from './feature-index';

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

/** The features of a text that the model knows, in three lists of one length. */
export interface Features extends Counts {
  /** Null where nobody would name it as a reason: a small word, a piece of a word. */
  readonly places: readonly (Place | null)[];
}

/** The features of a text while it is read. */
export class Tally {
  private readonly places: (Place | null)[] = [];

  /** @param counter of no other text at the same time */
  constructor(private readonly counter: Counter) {}

  /** A feature that nobody would name as a reason. */
  add(row: number, count: number): void {
    if (row !== UNKNOWN) this.addAt(row, count, null);
  }

  /** A feature that the model knows, and where it stands; of several places, the first is kept. */
  addAt(row: number, count: number, place: Place | null): void {
    if (this.counter.add(row, count)) this.places.push(place);
  }

  /** A word said five times does not count five times. */
  dampen(): void {
    this.counter.dampen();
  }

  /** All of them; to be called once the text is read. */
  end(): Features {
    const { rows, counts } = this.counter.take();
    return { rows, counts, places: this.places };
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
