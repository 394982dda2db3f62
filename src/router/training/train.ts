import { outOfScopeLabel } from '../model/labels';
import { createScorer } from '../model/score';
import type { Example, RoutingBook, Weights } from '../types';
import { type Corpus, readExamples } from './corpus';
import { countWords } from './count-words';
import { fit, PRECISE, ROUGH } from './fit';
import { splitIntoFolds } from './folds';
import { fitThresholds, type HeldOut } from './thresholds';
import { toVector } from './to-rows';

/**
 * Trains the router's weights on a rule book's examples, and learns its thresholds by cross-validation. The result
 * depends on the set of examples alone, never on their order or on that of the routes.
 */
export function train(book: RoutingBook, examples: readonly Example[]): Weights {
  const classes = classesOf(book);
  const words = countWords(book, examples);
  const corpus = readExamples(book, examples, words);
  const heldOut = crossValidate(corpus, classes);
  return {
    ...fit(corpus, classes, PRECISE).fitted,
    words,
    thresholds: fitThresholds(heldOut, classes, book),
  };
}

/** The model's classes: routes and out-of-scope intents, in alphabetical order. */
export function classesOf(book: RoutingBook): string[] {
  return [
    ...book.routes.map(({ id }) => id),
    ...book.outOfScopeIntents.map(outOfScopeLabel),
  ].sort();
}

/** Scores every example by a model that was trained without it; look-alikes only teach. */
export function crossValidate({ index, seen }: Corpus, classes: readonly string[]): HeldOut[] {
  return splitIntoFolds(seen).flatMap(({ trained, heldOut }) => {
    const { fitted, vocabulary } = fit({ index, seen: trained }, classes, ROUGH);
    const score = createScorer(fitted);
    return heldOut
      .filter(({ example }) => example.counter !== true)
      .map((one) => ({
        example: one.example,
        labels: one.example.labels,
        program: one.program,
        mention: one.mention,
        kind: one.kind,
        words: one.words,
        scores: score(toVector(one, vocabulary)),
      }));
  });
}
