import { collectFeatures } from './collect-features';
import type { FeatureIndex } from './feature-index';
import type { Features } from './features';
import type { Tally } from './feature-counter';
import { findProgram } from '../find-program';
import type { RoutingBook, Utterance } from '../types';
import type { Reader, Reading } from '../text/analyzer';

/** What the router sees in an utterance. */
export interface View {
  readonly readings: readonly Reading[];
  readonly features: Features;
  readonly program: string | null;
  /** Whether the text calls a program by name. */
  readonly named: boolean;
  readonly kind: Utterance['kind'];
  /** How many words it has. */
  readonly words: number;
}

interface Understanding {
  readonly reader: Reader;
  readonly index: FeatureIndex;
  readonly tally: Tally;
  readonly book: RoutingBook;
  /** The program, where it is known already. */
  readonly program?: string | undefined;
}

/** Reads an utterance into features and the program that it names. */
export function understand(
  utterance: Utterance,
  { reader, index, tally, book, program: known }: Understanding,
): View {
  const { rowOf } = reader;
  const readings = utterance.segments.map(({ text }) => reader.read(text));
  const { program, named } =
    known === undefined
      ? findProgram(readings, reader.read(utterance.margin), book.programs)
      : { program: known, named: true };
  const features = collectFeatures(utterance, readings, { index, rowOf, tally, program });
  const words = readings.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return { readings, features, program, named, kind: utterance.kind, words };
}
