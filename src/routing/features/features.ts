import { UNKNOWN } from './feature-index';
import type { Token } from '../words/reader';

/** A piece of a text: so many tokens from a place on. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly length: number;
}

/** A feature of a text: how much it counts, and where it stands. */
export interface Feature {
  weight: number;
  /** Null where nobody would name it as a reason: a small word, a piece of a word. */
  readonly first: Piece | null;
  /** The other half of a pair. */
  readonly second: Piece | null;
  /** What stands between the halves of a pair. */
  readonly gap: ' ' | ' … ';
}

/** The features of a text that the model knows, by their rows. */
export type Features = ReadonlyMap<number, Feature>;

/** The features of a text while it is read. */
export class Tally {
  readonly features = new Map<number, Feature>();

  /** A feature that stands for itself. */
  add(row: number, weight: number, first: Piece | null = null): void {
    if (!this.addTo(row, weight)) {
      this.features.set(row, { weight, first, second: null, gap: ' ' });
    }
  }

  addPair(row: number, pair: Feature): void {
    if (!this.addTo(row, pair.weight)) this.features.set(row, pair);
  }

  /** Whether there is no more to do: the feature is there already, or is not known at all. */
  private addTo(row: number, weight: number): boolean {
    if (row === UNKNOWN) return true;
    const present = this.features.get(row);
    if (present === undefined) return false;
    present.weight += weight;
    return true;
  }

  /** A word said five times does not count five times. */
  dampen(): void {
    for (const feature of this.features.values()) {
      if (feature.weight > 1) feature.weight = 1 + Math.log(feature.weight);
    }
  }
}

/** The typed words of a feature, the halves of a far pair with an ellipsis between them. */
export function wordsOf({ first, second, gap }: Feature): string {
  if (first === null) return '';
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
