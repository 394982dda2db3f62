import type { Prediction } from '../decide';
import { outOfScopeIntentOf } from './labels';
import { replaceForProgram } from '../replace-for-program';
import type { Candidate, ProgramMention, RoutingBook } from '../types';

/** The output of the model for a text. */
export interface Scored {
  /** One probability for each class. */
  readonly probabilities: ArrayLike<number>;
  readonly unclear: number;
  /** How the text speaks of a program. */
  readonly mention: ProgramMention;
  /** How many words the text has. */
  readonly words: number;
}

/** How many routes a decision needs, with its runners-up. */
const MOST_CANDIDATES = 4;

/**
 * Creates a function that sums the probabilities of the classes by route. If the program is known and a route does not
 * apply to it, the route's probability goes to the route that the rule book names instead.
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

/** The route that gets each class's probability, for a known program. */
interface Plan {
  /** For each class an index in `routes`. */
  readonly slots: Int32Array;
  /** A zero for each route. */
  readonly nothing: readonly number[];
  /** In alphabetical order. */
  readonly routes: readonly { readonly route: string; readonly program: string | null }[];
}

/** A list of zeros that V8 stores as doubles from the start. It would have to convert a list of integers later. */
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

/** A route for a single program sets the program, regardless of the text. */
function programOf(route: string, book: RoutingBook, program: string | null): string | null {
  const own = book.routes.find(({ id }) => id === route)?.programs ?? [];
  return own.length === 1 && own[0] !== undefined ? own[0] : program;
}

/** The most likely routes, best first. Ties are in alphabetical order. */
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
