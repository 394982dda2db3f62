import type { Contender } from '../router/explain/explanation';
import type { RuleBook } from '../rule-book/types';
import { type FillContext, fillLine, plainLine } from './inline';

/** The name of a contender: a route's title, or the description of an out-of-scope intent. */
export type Names = (contender: Pick<Contender, 'kind' | 'id'>) => string;

/** Names for a text with or without a known program. */
export function namesIn(book: RuleBook, program: string | null): Names {
  const context: FillContext = {
    book,
    program: book.programs.find(({ id }) => id === program) ?? null,
    audience: 'colleague',
  };
  const fill = (text: string): string => plainLine(fillLine(text, context));
  return ({ kind, id }) =>
    kind === 'route'
      ? `“${fill(book.routes[id]?.title ?? id)}” (${id})`
      : `“${fill(book.outOfScope[id]?.what ?? id)}” (${id}, out of scope)`;
}
