import { collectFeatures } from './collect-features';
import type { FeatureIndex } from './feature-index';
import type { Features } from './features';
import type { FeatureCounter } from './feature-counter';
import { findProgram } from '../find-program';
import type { ProgramMention, RoutingBook, Utterance } from '../types';
import type { Analyzer, Analysis } from '../text/analyzer';

/** An utterance as the model sees it. */
export interface EncodedText {
  readonly analyses: readonly Analysis[];
  readonly features: Features;
  readonly program: string | null;
  /** How it speaks of a program. */
  readonly mention: ProgramMention;
  readonly kind: Utterance['kind'];
  /** How many words it has. */
  readonly words: number;
}

interface Understanding {
  readonly analyzer: Analyzer;
  readonly index: FeatureIndex;
  readonly counter: FeatureCounter;
  readonly book: RoutingBook;
  /** The program, if it is already known. */
  readonly program?: string | undefined;
}

/** Extracts the features of an utterance and the program that it names. */
export function encode(
  utterance: Utterance,
  { analyzer, index, counter, book, program: known }: Understanding,
): EncodedText {
  const { rowOf } = analyzer;
  const analyses = utterance.segments.map(({ text }) => analyzer.read(text));
  const { program, mention } =
    known === undefined
      ? findProgram(analyses, analyzer.read(utterance.boilerplate), book.programs)
      : { program: known, mention: 'named' as const };
  const features = collectFeatures(utterance, analyses, { index, rowOf, counter, program });
  const words = analyses.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return { analyses, features, program, mention, kind: utterance.kind, words };
}
