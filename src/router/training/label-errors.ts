import { decide, readingsOf, scorePrediction } from '../decide';
import { createAggregator } from '../model/aggregate-by-route';
import { softmax } from '../model/score';
import type { Example, RoutingBook } from '../types';
import { readExamples } from './corpus';
import { fitThresholds } from './thresholds';
import { classesOf, crossValidate } from './train';

/** An example that a model trained without it would answer with another route. */
export interface LabelError<E extends Example> {
  readonly example: E;
  readonly route: string;
  /** 0 to 1: how sure that model is. */
  readonly confidence: number;
}

/** Finds examples that the rest of the rule book would send elsewhere, surest first. Look-alikes are left out. */
export function findLabelErrors<E extends Example>(
  book: RoutingBook,
  examples: readonly E[],
): LabelError<E>[] {
  const classes = classesOf(book);
  const heldOut = crossValidate(readExamples(book, examples), classes);
  const thresholds = fitThresholds(heldOut, classes, book);
  const aggregate = createAggregator(classes, book);
  return heldOut
    .flatMap(({ example, labels, program, mention, kind, words, scores }) => {
      const probabilities = softmax(scores.classes, thresholds.temperature);
      const aggregated = aggregate(
        { probabilities, unclear: scores.unclear, mention, words },
        program,
      );
      const prediction = scorePrediction(aggregated, thresholds);
      const [first] = prediction.candidates;
      if (first === undefined || labels.includes(first.route)) return [];
      const readings = readingsOf(prediction.candidates, kind, book);
      const { action } = decide(readings, prediction, kind);
      if (action !== 'answer') return [];
      return [{ example: example as E, route: first.route, confidence: first.confidence }];
    })
    .sort((a, b) => b.confidence - a.confidence);
}
