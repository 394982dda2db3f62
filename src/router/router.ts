import { isOtherLanguage } from './text/language';
import {
  decide,
  namedIntent,
  offered,
  readingsOf,
  scorePrediction,
  type ScoredPrediction,
} from './decide';
import { createFeatureIndex } from './model/feature-index';
import { FeatureCounter } from './model/feature-counter';
import { createVectorizer, type Vector } from './model/vectorize';
import { createGramReader } from './model/word-grams';
import { createAggregator } from './model/aggregate-by-route';
import { createScorer, softmax } from './model/score';
import type { Routed, RoutedNone, RoutingBook, Surface, Utterance, Weights } from './types';
import { readUtterance } from './utterance';
import { explain } from './explain/explain';
import type { Explanation } from './explain/explanation';
import { encode, type EncodedText } from './model/encode';
import { matchedWords } from './explain/matched-words';
import { askId, createAnalyzer } from './text/analyzer';
import { createSpeller } from './text/spelling';

/** Routes texts. The same text always gives the same route. */
export interface Router {
  /**
   * @param text the typed, pasted or forwarded text
   * @param hint the origin of the text
   */
  route(text: string, hint?: RouteHint): Routed;
  /** Routes a text and explains the decision. Takes longer than `route`. */
  explain(text: string, hint?: RouteHint): Explanation;
}

export interface RouteHint {
  readonly surface?: Surface | undefined;
  /** The program that the text is about, if it is already known. */
  readonly program?: string | undefined;
}

const MOST_ALTERNATIVES = 3;
const MOST_CANDIDATES = 3;

/** Creates a router for a rule book and the weights that were trained on it. */
export function createRouter(book: RoutingBook, weights: Weights): Router {
  const index = createFeatureIndex(weights.list);
  const analyzer = createAnalyzer(book, { speller: createSpeller(weights.words), index });
  const counter = new FeatureCounter();
  const vectorize = createVectorizer(weights, createGramReader(weights));
  const score = createScorer(weights);
  const aggregate = createAggregator(weights.classes, book);
  const stopWords = new Set(book.stopWords);
  const look = (text: string, hint: RouteHint): Look => {
    const utterance = readUtterance(text, hint.surface);
    const encoded = encode(utterance, { analyzer, index, counter, book, program: hint.program });
    const vector = vectorize(encoded.features);
    const { classes, unclear } = score(vector);
    const probabilities = softmax(classes, weights.thresholds.temperature);
    const { mention, words, program } = encoded;
    const aggregated = aggregate({ probabilities, unclear, mention, words }, program);
    const prediction = scorePrediction(aggregated, weights.thresholds);
    return {
      utterance,
      encoded,
      otherLanguage: isOtherLanguage(utterance, encoded.analyses, stopWords),
      vector,
      probabilities,
      prediction,
    };
  };
  const known = { book, weights };
  return {
    route: (text, hint = {}) => conclude(look(text, hint), known),
    explain(text, hint = {}) {
      const seen = look(text, hint);
      return explain({ ...seen, routed: conclude(seen, known), analyzer, book, weights });
    },
  };
}

/** The intermediate results for a text. */
interface Look {
  readonly utterance: Utterance;
  readonly encoded: EncodedText;
  readonly otherLanguage: boolean;
  readonly vector: Vector;
  readonly probabilities: readonly number[];
  readonly prediction: ScoredPrediction;
}

interface Known {
  readonly book: RoutingBook;
  readonly weights: Weights;
}

function conclude(look: Look, { book, weights }: Known): Routed {
  const { prediction, encoded, vector, otherLanguage } = look;
  const readings = readingsOf(prediction.candidates, encoded.kind, book);
  const { action } = decide(readings, prediction, encoded.kind);
  const [first] = readings;
  const base = {
    confidence: first?.confidence ?? 0,
    candidates: prediction.candidates.slice(0, MOST_CANDIDATES),
    otherLanguage,
  };
  const isAutomatic = look.utterance.automatic !== undefined;
  if (first === undefined || action === 'none' || isAutomatic) return { ...base, ...noRoute(look) };
  const seen = { features: encoded.features, vector };
  const why = matchedWords(seen, weights.classes.indexOf(first.route), weights);
  const asked = askedOf(first.route, encoded, book);
  if (action === 'answer') {
    const { route, program } = first;
    const alternatives = readings.slice(1, 1 + MOST_ALTERNATIVES);
    return { ...base, outcome: 'answer', route, program, why, asked, alternatives };
  }
  const guess = action === 'guess' ? { route: first.route, program: first.program, asked } : null;
  const { program } = guess ?? encoded;
  return { ...base, outcome: 'clarify', program, why, guess, alternatives: offered(readings) };
}

type NoRoute = Omit<RoutedNone, 'confidence' | 'candidates' | 'otherLanguage'>;

/** A refusal knows the program only where the text names it, or where the text could not be read. */
function noRoute({ prediction, encoded, otherLanguage, utterance }: Look): NoRoute {
  const { automatic } = utterance;
  return {
    outcome: 'none',
    program: encoded.mention === 'named' || otherLanguage ? encoded.program : null,
    why: [],
    outOfScopeIntent: namedIntent(prediction),
    alternatives: [],
    ...(automatic !== undefined && { automatic }),
  };
}

/** The indices of the route's `asks` the text uses. */
function askedOf(route: string, { analyses }: EncodedText, book: RoutingBook): number[] {
  const found = analyses.flatMap(({ asks }) => asks.map(({ id }) => id));
  if (found.length === 0) return [];
  const asks = book.routes.find(({ id }) => id === route)?.asks ?? [];
  return [...asks.keys()].filter((at) => found.includes(askId(route, at)));
}
