import type { RoutedAnswer, RoutedNone } from '../router/types';
import type { RuleBook } from '../rule-book/types';

/** No route and no out-of-scope intent: the person rejected every choice. */
export const NO_ROUTE: RoutedNone = {
  outcome: 'none',
  program: null,
  confidence: 0,
  why: [],
  otherLanguage: false,
  candidates: [],
  outOfScopeIntent: null,
  alternatives: [],
};

/**
 * The answer that a person chose, or undefined if the rule book no longer has that route. If another route answers for
 * the program, it is used instead.
 */
export function chooseRoute(
  book: RuleBook,
  { route, program }: { route: string; program: string | null },
): RoutedAnswer | undefined {
  const known = book.routing.routes.find(({ id }) => id === route);
  if (known === undefined) return undefined;
  const name = book.programs.some(({ id }) => id === program) ? program : null;
  const instead = name === null ? undefined : known.insteadFor[name];
  const [own, ...more] = known.programs;
  return {
    outcome: 'answer',
    route: instead ?? route,
    program: instead === undefined && own !== undefined && more.length === 0 ? own : name,
    confidence: 1,
    why: [],
    otherLanguage: false,
    asked: [],
    candidates: [],
    alternatives: [],
  };
}
