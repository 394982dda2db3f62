import { decide, gatherBelief, judgeBelief, type JudgedBelief, offered } from './decide';
import { isForeign } from './clean/language';
import { createScorer, softmax, type Scorer } from './score';
import type { Routed, RoutingBook, Surface, Utterance, Weights } from './types';
import { readUtterance } from './utterance';
import { explain } from './explain/explain';
import type { Explanation } from './explain/explanation';
import { understand, type View } from './view';
import { pickWords } from './why';
import { askId, createReader } from './words/reader';
import { remember } from './words/remember';
import { createSpeller } from './words/spelling';
import { toToken } from './words/tokens';

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
  const reader = createReader(book, createSpeller(weights.words));
  const scorer = createScorer(weights);
  const unspoken = new Set([...reader.fillers, ...book.unspoken.map((word) => toToken(word).stem)]);
  const fillers = new Set(book.fillers);
  const isFiller = remember((word) => unspoken.has(toToken(word).stem));
  const look = (text: string, hint: RouteHint): Look => {
    const utterance = readUtterance(text, hint.surface);
    const view = understand(utterance, { reader, book, program: hint.program });
    const foreign = isForeign(utterance, fillers);
    const scores = scorer.score(view.features);
    const probabilities = softmax(scores.classes, weights.thresholds.temperature);
    const { named, words } = view;
    const scored = { probabilities, unclear: scores.unclear, named, words };
    const gathered = gatherBelief(weights.classes, scored, { book, program: view.program });
    const belief = judgeBelief(gathered, weights.thresholds.openness);
    return { utterance, view, foreign, probabilities, belief };
  };
  return {
    route(text, hint = {}) {
      return conclude({ ...look(text, hint), isFiller, scorer, book, weights });
    },
    explain(text, hint = {}) {
      const seen = look(text, hint);
      const routed = conclude({ ...seen, isFiller, scorer, book, weights });
      return explain({ ...seen, routed, scorer, reader, book, weights });
    },
  };
}

/** A text on its way to a decision. */
interface Look {
  readonly utterance: Utterance;
  readonly view: View;
  readonly foreign: boolean;
  readonly probabilities: Float64Array;
  readonly belief: JudgedBelief;
}

interface Conclusion {
  readonly belief: JudgedBelief;
  readonly view: View;
  readonly foreign: boolean;
  readonly isFiller: (word: string) => boolean;
  readonly scorer: Scorer;
  readonly book: RoutingBook;
  readonly weights: Weights;
}

function conclude({ belief, view, foreign, isFiller, scorer, book, weights }: Conclusion): Routed {
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
  const why = pickWords(
    scorer.reasons(view.features, weights.classes.indexOf(first.route)),
    isFiller,
  );
  if (outcome === 'clarify') {
    return {
      outcome,
      program: view.program,
      confidence,
      why,
      foreign,
      alternatives: offered(belief),
    };
  }
  const alternatives = belief.candidates.slice(1, 1 + MOST_ALTERNATIVES);
  const asked = askedOf(first.route, view, book);
  return {
    outcome,
    route: first.route,
    program: first.program,
    confidence,
    why,
    foreign,
    asked,
    alternatives,
  };
}

function askedOf(route: string, view: View, book: RoutingBook): number[] {
  const asks = book.routes.find(({ id }) => id === route)?.asks ?? [];
  return [...asks.keys()].filter((at) => view.asks.has(askId(route, at)));
}
