import { z } from 'zod';
import type { RuleBook } from '../../rule-book/types';

/** A rule book's version, of any age. */
export const version = z.string().regex(/^[0-9a-f]{12}$/);

const id = z.string().max(100);

/** The route and program that a button, a view or an option names. */
export const routeId = id;
export const programId = id.nullable();

/** Whether the rule book has the route, where one is named, and the program: nothing else is kept or counted. */
export function isKnown(
  { routes, programs }: RuleBook,
  { r, p }: { readonly r: string | null; readonly p: string | null },
): boolean {
  const hasRoute = r === null || Object.hasOwn(routes, r);
  return hasRoute && (p === null || programs.some((program) => program.id === p));
}
