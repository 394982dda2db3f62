import type { Destination, Program, RuleBook } from '../rule-book/types';
import type { Contact, Link } from './types';
import { type FillContext, titled } from './inline';

/** A program by its id; null for none. */
export function programOf(id: string | null, { programs }: RuleBook): Program | null {
  return programs.find((program) => program.id === id) ?? null;
}

/** Destinations by their ids, in that order. */
export function destinationsOf(ids: readonly string[], book: RuleBook): Destination[] {
  return ids.flatMap((id) => book.destinations[id] ?? []);
}

/** Whom to contact and what to read, each once. */
export function placesIn(
  destinations: readonly Destination[],
  context: FillContext,
): { readonly contacts: readonly Contact[]; readonly links: readonly Link[] } {
  const unique = [...new Set(destinations)].map((one) => titled(one, context));
  return {
    contacts: unique.filter(isContact),
    links: unique.filter((one) => one.kind === 'page'),
  };
}

/** A program's mailbox and channel, without those that stand in the answer already. */
export function contactsOfProgram(
  program: Program | null,
  book: RuleBook,
  known: readonly Contact[] = [],
): Contact[] {
  if (program === null) return [];
  const ids = [program.mailbox, program.channel].flatMap((id) => id ?? []);
  return destinationsOf(ids, book)
    .filter(isContact)
    .filter(({ value }) => !known.some((one) => one.value === value));
}

function isContact(destination: Destination): destination is Contact {
  return destination.kind !== 'page';
}
