import type { Prediction } from '../decide';
import { outOfScopeIntentOf } from './labels';
import { replaceForProgram } from '../replace-for-program';
import type { Candidate, ProgramMention, RoutingBook } from '../types';

/** What the model says of a text. */
export interface Scored {
  /** One for each class. */
  readonly probabilities: ArrayLike<number>;
  readonly unclear: number;
  /** How the text speaks of a program. */
  readonly mention: ProgramMention;
  /** How many words the text has. */
  readonly words: number;
}

/** A decision and its runner-ups need no more. */
const MOST_CANDIDATES = 4;

/**
 * Makes what gathers the probabilities of the classes into candidates. Where a program is known and a route belongs
 * to others, its share goes to the route that the rule book names instead.
 */
export function createAggregator(
  classes: readonly string[],
  book: RoutingBook,
): (scored: Scored, program: string | null) => Prediction {
  const intents = classes.map(outOfScopeIntentOf);
  const plans = new Map<string | null, Plan>();
  for (const program of [null, ...book.programs.map(({ id }) => id)]) {
    plans.set(program, planFor(program, classes, book));
  }
  return ({ probabilities, unclear, mention, words }, program) => {
    const plan = plans.get(program) ?? planFor(program, classes, book);
    const shares = plan.nothing.slice();
    let none = 0;
    let intent = -1;
    for (let at = 0; at < classes.length; at += 1) {
      const share = probabilities[at] as number;
      const slot = plan.slots[at] as number;
      if (slot !== NO_ROUTE) {
        shares[slot] = (shares[slot] as number) + share;
        continue;
      }
      none += share;
      if (intent < 0 || share > (probabilities[intent] as number)) intent = at;
    }
    const candidates = bestOf(shares, plan);
    return {
      candidates,
      none,
      outOfScopeIntent: intents[intent] ?? null,
      outOfScopeConfidence: probabilities[intent] ?? 0,
      unclear,
      mention,
      words,
    };
  };
}

/** Which route each class's share goes to, where a certain program is known. */
interface Plan {
  /** For each class a place in `routes`. */
  readonly slots: Int32Array;
  /** No share for any of the routes. */
  readonly nothing: readonly number[];
  /** In alphabetical order. */
  readonly routes: readonly { readonly route: string; readonly program: string | null }[];
}

/** As many noughts, in a list that is one of decimals from the start: V8 turns one of whole numbers into it at a cost. */
function decimals(length: number): number[] {
  return new Array<number>(length).fill(0.5).fill(0);
}

const NO_ROUTE = -1;

function planFor(program: string | null, classes: readonly string[], book: RoutingBook): Plan {
  const targets = classes.map((label) =>
    outOfScopeIntentOf(label) === null ? replaceForProgram(label, book, program) : null,
  );
  const routes = [...new Set(targets.filter((route) => route !== null))].sort();
  const places = new Map(routes.map((route, at) => [route, at]));
  return {
    slots: Int32Array.from(targets, (route) => places.get(route ?? '') ?? NO_ROUTE),
    nothing: decimals(routes.length),
    routes: routes.map((route) => ({ route, program: programOf(route, book, program) })),
  };
}

/** A route that belongs to one program alone names it, whatever the text says. */
function programOf(route: string, book: RoutingBook, program: string | null): string | null {
  const own = book.routes.find(({ id }) => id === route)?.programs ?? [];
  return own.length === 1 && own[0] !== undefined ? own[0] : program;
}

/** The likeliest routes, best first; of equals, the first in the alphabet. */
function bestOf(shares: readonly number[], { routes }: Plan): Candidate[] {
  const best: number[] = [];
  for (let slot = 0; slot < shares.length; slot += 1) {
    const share = shares[slot] as number;
    let place = best.length;
    while (place > 0 && share > (shares[best[place - 1] as number] as number)) place -= 1;
    if (place === MOST_CANDIDATES) continue;
    best.splice(place, 0, slot);
    if (best.length > MOST_CANDIDATES) best.pop();
  }
  return best.map((slot) => {
    const { route, program } = routes[slot] as Plan['routes'][number];
    return { route, program, confidence: shares[slot] as number };
  });
}
