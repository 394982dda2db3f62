import type { Token } from '../text/analyzer';

/** A span of a text: a start and a number of tokens. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly length: number;
}

/** The place of a feature in a text: one span, or the two halves of a pair with a gap between them. */
export interface Place {
  readonly first: Piece;
  readonly second: Piece | null;
  readonly gap: ' ' | ' … ';
}

/** The known features of a text, in text order, as three lists of the same length. */
export interface Features {
  /** The rows of the model. */
  readonly rows: readonly number[];
  /** The value of each feature. */
  readonly counts: readonly number[];
  /** Null for a feature that is never shown as matched words, such as a stop word. */
  readonly places: readonly (Place | null)[];
  /** The words that carry meaning, whether the model knows them or not. */
  readonly telling: readonly TellingWord[];
}

/** A word that carries meaning, as often as a text uses it. */
export interface TellingWord {
  readonly stem: string;
  /** Its row in the model, or `UNKNOWN`: then its character n-grams are all that is known of it. */
  readonly row: number;
  /** How much it counts. */
  readonly count: number;
  /** Its first place. */
  readonly place: Place;
}

/** The typed words of a place. The halves of a distant pair have an ellipsis between them. */
export function wordsAt({ first, second, gap }: Place): string {
  const typed = typedWords(tokensOf(first));
  return second === null ? typed : `${typed}${gap}${typedWords(tokensOf(second))}`;
}

/** The tokens as typed. */
export function typedWords(tokens: readonly Token[]): string {
  return tokens.map(({ typed }) => typed).join(' ');
}

/** The tokens of a span. */
export function tokensOf({ tokens, at, length }: Piece): readonly Token[] {
  return tokens.slice(at, at + length);
}
