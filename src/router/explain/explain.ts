import { decide, readingsOf, type Prediction, type ScoredPrediction } from '../decide';
import type { Vector } from '../model/vectorize';
import { outOfScopeLabel, outOfScopeIntentOf } from '../model/labels';
import { replaceForProgram } from '../replace-for-program';
import type { Routed, RoutingBook, Utterance, Weights } from '../types';
import type { EncodedText } from '../model/encode';
import type { Analyzer } from '../text/analyzer';
import type { Comparison, Contender, Explanation, WordShare } from './explanation';
import { findProgramWords } from './program-words';
import { type Term, termsOf } from './terms';
import { findOwners, sumByWord, type Owners } from './word-shares';

/** The inputs of an explanation. */
export interface Decided {
  readonly utterance: Utterance;
  readonly encoded: EncodedText;
  readonly probabilities: readonly number[];
  readonly prediction: ScoredPrediction;
  readonly routed: Routed;
  readonly vector: Vector;
  readonly analyzer: Analyzer;
  readonly book: RoutingBook;
  readonly weights: Weights;
}

const MOST_ROUTES = 3;

/** Explains a decision in terms of words, not of the model's features. */
export function explain(decided: Decided): Explanation {
  const { utterance, encoded, prediction, routed, analyzer, book } = decided;
  const model = new Model(decided);
  const contenders = findContenders(decided, model);
  return {
    routed,
    utterance,
    readAs: findReadAs(decided),
    program: findProgramWords(encoded.analyses, analyzer.read(utterance.boilerplate), encoded),
    contenders: contenders.map(({ contender }) => contender),
    outOfScope: prediction.none,
    ambiguity: {
      probability: prediction.open,
      signs: prediction.signs,
      words: model.sharesOfUnclear(),
    },
    verdict: decide(
      readingsOf(prediction.candidates, encoded.kind, book),
      prediction,
      encoded.kind,
    ),
    mention: encoded.mention,
    comparison: compare(contenders, model),
  };
}

function findReadAs({ encoded, analyzer }: Decided): Explanation['readAs'] {
  const typed = encoded.analyses.flatMap(({ tokens }) => tokens.map((token) => token.typed));
  return [...new Set(typed)].flatMap((word) => {
    const read = analyzer.readWord(word).join(' ');
    return read === word ? [] : [{ typed: word, read }];
  });
}

/** Finds out from the weights how much each word of a text adds to each score. */
class Model {
  private readonly terms: readonly Term[];
  private readonly owners: Owners;

  constructor(private readonly decided: Decided) {
    const { encoded, vector, weights, analyzer } = decided;
    this.terms = termsOf(vector, encoded.features.telling, weights);
    this.owners = findOwners(encoded, analyzer);
  }

  sharesOf(classIndex: number): WordShare[] {
    const { classes, bias, thresholds } = this.decided.weights;
    const mean = bias.reduce((sum, one) => sum + one, 0) / classes.length;
    return this.sum((term) => term.toClass(classIndex), {
      constant: (bias[classIndex] ?? mean) - mean,
      divisor: thresholds.temperature,
    });
  }

  sharesBetween(first: number, second: number): WordShare[] {
    const { bias, thresholds } = this.decided.weights;
    return this.sum((term) => term.toClass(first) - term.toClass(second), {
      constant: (bias[first] ?? 0) - (bias[second] ?? 0),
      divisor: thresholds.temperature,
    });
  }

  sharesOfUnclear(): WordShare[] {
    const constant = this.decided.weights.unclearBias;
    return this.sum(({ toUnclear }) => toUnclear, { constant, divisor: 1 });
  }

  private sum(
    shareOf: (term: Term) => number,
    { constant, divisor }: { constant: number; divisor: number },
  ): WordShare[] {
    const common: WordShare = { origin: 'common', word: '', share: constant };
    return [...sumByWord(this.terms, this.owners, shareOf), common]
      .map((one) => ({ ...one, share: one.share / divisor }))
      .sort(byStrength);
  }
}

function byStrength(a: WordShare, b: WordShare): number {
  return Math.abs(b.share) - Math.abs(a.share) || (a.word < b.word ? -1 : 1);
}

interface Placed {
  readonly contender: Contender;
  readonly classIndex: number;
}

function findContenders(decided: Decided, model: Model): Placed[] {
  const { prediction, weights } = decided;
  const routes = prediction.candidates.slice(0, MOST_ROUTES).map(({ route, confidence }) => {
    const own = classesOf(route, decided);
    const classIndex = own[0] ?? weights.classes.indexOf(route);
    const contender: Contender = {
      kind: 'route',
      id: route,
      probability: confidence,
      words: model.sharesOf(classIndex),
      standsInFor: own.map((at) => weights.classes[at] ?? '').filter((label) => label !== route),
    };
    return { contender, classIndex };
  });
  const placed = [...routes, ...outOfScopePrediction(prediction, weights, model)];
  return placed.sort((a, b) => b.contender.probability - a.contender.probability);
}

/** The classes whose probability a route takes, most likely first. Negligible ones are left out. */
function classesOf(route: string, { book, encoded, weights, probabilities }: Decided): number[] {
  const shareAt = (at: number): number => probabilities[at] ?? 0;
  return [...weights.classes.keys()]
    .filter((at) => {
      const label = weights.classes[at] ?? '';
      if (outOfScopeIntentOf(label) !== null || shareAt(at) < 0.01) return false;
      return replaceForProgram(label, book, encoded.program) === route;
    })
    .sort((a, b) => shareAt(b) - shareAt(a));
}

function outOfScopePrediction(
  { outOfScopeIntent: intent, outOfScopeConfidence }: Prediction,
  { classes }: Weights,
  model: Model,
): Placed[] {
  if (intent === null) return [];
  const classIndex = classes.indexOf(outOfScopeLabel(intent));
  const contender: Contender = {
    kind: 'out-of-scope',
    id: intent,
    probability: outOfScopeConfidence,
    words: model.sharesOf(classIndex),
    standsInFor: [],
  };
  return [{ contender, classIndex }];
}

function compare([first, second]: readonly Placed[], model: Model): Comparison | null {
  if (first === undefined || second === undefined) return null;
  return {
    first: first.contender,
    second: second.contender,
    words: model.sharesBetween(first.classIndex, second.classIndex),
  };
}
