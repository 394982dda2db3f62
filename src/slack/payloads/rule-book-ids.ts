import { z } from 'zod';
import type { RuleBook } from '../../rule-book/types';

/** A rule book's version, of any age. */
export const version = z.string().regex(/^[0-9a-f]{12}$/);

const id = z.string().max(100);

/** The route and program that a button, a view or an option names. */
export const routeId = id;
export const programId = id.nullable();

/** Whether the rule book has the program; no program counts as known. */
export function isKnownProgram({ programs }: RuleBook, program: string | null): boolean {
  return program === null || programs.some(({ id: known }) => known === program);
}

/** Whether the rule book has the route, where one is named, and the program. The bot uses no other ids. */
export function hasKnownIds(
  book: RuleBook,
  { route, program }: { readonly route: string | null; readonly program: string | null },
): boolean {
  return (route === null || Object.hasOwn(book.routes, route)) && isKnownProgram(book, program);
}
