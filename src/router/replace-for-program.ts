import type { RoutingBook } from './types';

/** The route that answers in place of another, where a program is known and the rule book says so. */
export function replaceForProgram(
  route: string,
  book: RoutingBook,
  program: string | null,
): string {
  if (program === null) return route;
  return book.routes.find(({ id }) => id === route)?.insteadFor[program] ?? route;
}
