import { neighbourLabel } from '../routing/labels';
import { createScorer } from '../routing/score';
import type { Example, RoutingBook, Weights } from '../routing/types';
import { fit } from './fit';
import { learnThresholds, type HeldOut } from './thresholds';
import { countWords, readExamples, type Seen } from './vectors';

const FOLDS = 3;

/**
 * Trains the router's weights on a rule book's examples, and learns its thresholds by cross-validation. The result
 * depends on the set of examples alone, never on their order or on that of the routes.
 */
export function train(book: RoutingBook, examples: readonly Example[]): Weights {
  const classes = classesOf(book);
  const words = countWords(book, examples);
  const seen = readExamples(book, examples, words);
  const heldOut = crossValidate(seen, classes);
  return {
    ...fit(seen, classes),
    words,
    thresholds: learnThresholds(heldOut, classes, book),
  };
}

/** The model's classes: routes and neighbours, in alphabetical order. */
export function classesOf(book: RoutingBook): string[] {
  return [...book.routes.map(({ id }) => id), ...book.neighbours.map(neighbourLabel)].sort();
}

/** Scores every example by a model that was trained without it; look-alikes only teach. */
export function crossValidate(seen: readonly Seen[], classes: readonly string[]): HeldOut[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const fitted = fit(
      seen.filter((_, at) => at % FOLDS !== fold),
      classes,
    );
    const scorer = createScorer(fitted);
    return seen
      .filter(({ example }, at) => at % FOLDS === fold && example.counter !== true)
      .map(({ example, features, program, named, kind, words }) => ({
        example,
        labels: example.labels,
        program,
        named,
        kind,
        words,
        scores: scorer.score(features),
      }));
  });
}
