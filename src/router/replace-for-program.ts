import type { RoutingBook } from './types';

/** The route that replaces another for a known program, according to the rule book. */
export function replaceForProgram(
  route: string,
  book: RoutingBook,
  program: string | null,
): string {
  if (program === null) return route;
  return book.routes.find(({ id }) => id === route)?.insteadFor[program] ?? route;
}
