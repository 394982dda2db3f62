import { isForeign } from './clean/language';
import { decide, judgeBelief, type JudgedBelief, offered } from './decide';
import { createFeatureIndex } from './features/feature-index';
import { Tally } from './features/tally';
import { createVectorizer, type Vector } from './features/vectorize';
import { createGramReader } from './features/word-grams';
import { createGatherer } from './gather-belief';
import { createScorer, softmax } from './score';
import type { Routed, RoutingBook, Surface, Utterance, Weights } from './types';
import { readUtterance } from './utterance';
import { explain } from './explain/explain';
import type { Explanation } from './explain/explanation';
import { understand, type View } from './view';
import { pickWords } from './why';
import { askId, createReader } from './words/reader';
import { createSpeller } from './words/spelling';

/** Routes texts; the same text gives the same route, always. */
export interface Router {
  /**
   * @param text what was typed, pasted or forwarded
   * @param hint where it came from
   */
  route(text: string, hint?: RouteHint): Routed;
  /** Routes a text and tells how that came about; takes longer. */
  explain(text: string, hint?: RouteHint): Explanation;
}

export interface RouteHint {
  readonly surface?: Surface | undefined;
  /** The program that the text is about, where that is known already. */
  readonly program?: string | undefined;
}

const MOST_ALTERNATIVES = 3;

/** A router for one rule book and the weights that were trained on it. */
export function createRouter(book: RoutingBook, weights: Weights): Router {
  const index = createFeatureIndex(weights.list);
  const reader = createReader(book, { speller: createSpeller(weights.words), index });
  const tally = new Tally();
  const vectorize = createVectorizer(weights, createGramReader(weights));
  const score = createScorer(weights);
  const gather = createGatherer(weights.classes, book);
  const fillers = new Set(book.fillers);
  const look = (text: string, hint: RouteHint): Look => {
    const utterance = readUtterance(text, hint.surface);
    const view = understand(utterance, { reader, index, tally, book, program: hint.program });
    const vector = vectorize(view.features);
    const { classes, unclear } = score(vector);
    const probabilities = softmax(classes, weights.thresholds.temperature);
    const { named, words, program } = view;
    const gathered = gather({ probabilities, unclear, named, words }, program);
    const belief = judgeBelief(gathered, weights.thresholds.openness);
    return {
      utterance,
      view,
      foreign: isForeign(utterance, view.readings, fillers),
      vector,
      probabilities,
      belief,
    };
  };
  const known = { book, weights };
  return {
    route: (text, hint = {}) => conclude(look(text, hint), known),
    explain(text, hint = {}) {
      const seen = look(text, hint);
      return explain({ ...seen, routed: conclude(seen, known), reader, book, weights });
    },
  };
}

/** A text on its way to a decision. */
interface Look {
  readonly utterance: Utterance;
  readonly view: View;
  readonly foreign: boolean;
  readonly vector: Vector;
  readonly probabilities: readonly number[];
  readonly belief: JudgedBelief;
}

interface Known {
  readonly book: RoutingBook;
  readonly weights: Weights;
}

function conclude({ belief, view, vector, foreign }: Look, { book, weights }: Known): Routed {
  const [first] = belief.candidates;
  const confidence = first?.confidence ?? 0;
  const { decision: outcome } = decide(belief, weights.thresholds[view.kind]);
  if (first === undefined || outcome === 'none') {
    return {
      outcome: 'none',
      // Where it could not be read, its program is all there is to go by.
      program: foreign ? view.program : null,
      confidence,
      why: [],
      foreign,
      neighbour: belief.neighbour,
      alternatives: [],
    };
  }
  const seen = { features: view.features, vector };
  const why = pickWords(seen, weights.classes.indexOf(first.route), weights);
  if (outcome === 'clarify') {
    const alternatives = offered(belief);
    return { outcome, program: view.program, confidence, why, foreign, alternatives };
  }
  return {
    outcome,
    route: first.route,
    program: first.program,
    confidence,
    why,
    foreign,
    asked: askedOf(first.route, view, book),
    alternatives: belief.candidates.slice(1, 1 + MOST_ALTERNATIVES),
  };
}

/** Which of the route's `asks` the text uses. */
function askedOf(route: string, { readings }: View, book: RoutingBook): number[] {
  const found = readings.flatMap(({ asks }) => asks.map(({ id }) => id));
  if (found.length === 0) return [];
  const asks = book.routes.find(({ id }) => id === route)?.asks ?? [];
  return [...asks.keys()].filter((at) => found.includes(askId(route, at)));
}
