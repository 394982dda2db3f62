import type { Token } from '../text/analyzer';

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

/** The features of a text that the model knows, in the order in which they are met: three lists of one length. */
export interface Features {
  /** In the model. */
  readonly rows: readonly number[];
  /** How much each counts. */
  readonly counts: readonly number[];
  /** Null where nobody would name it as a reason: a small word. */
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
  /** Where it stands first. */
  readonly place: Place;
}

/** The typed words of a place, the halves of a far pair with an ellipsis between them. */
export function wordsAt({ first, second, gap }: Place): string {
  const typed = typedWords(tokensOf(first));
  return second === null ? typed : `${typed}${gap}${typedWords(tokensOf(second))}`;
}

/** Tokens as they stand in the text. */
export function typedWords(tokens: readonly Token[]): string {
  return tokens.map(({ typed }) => typed).join(' ');
}

/** The tokens of a piece. */
export function tokensOf({ tokens, at, length }: Piece): readonly Token[] {
  return tokens.slice(at, at + length);
}
