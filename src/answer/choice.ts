import type { Candidate } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import type { Choice } from './types';
import { type FillContext, fillLine } from './inline';
import { programOf } from './places';

/** A candidate as something to choose; nothing where the rule book has no such route. */
export function choiceOf(candidate: Candidate, book: RuleBook): Choice[] {
  const route = book.routes[candidate.route];
  if (route === undefined) return [];
  const program = programOf(candidate.program, book);
  const context: FillContext = { book, program, audience: 'colleague' };
  const headline = (program && route.byProgram[program.id]?.headline) ?? route.headline;
  const title = fillLine(route.title, context);
  return [{ candidate, title, headline: fillLine(headline, context) }];
}
