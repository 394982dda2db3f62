import type { Program, RuleBook } from '../../rule-book/types';
import { outOfScopeParts, type ReplyParts, routeParts, silentParts } from './reply-parts';

/** A changed part of a reply. */
export interface TextChange {
  /** A route, an out-of-scope intent, or null for the reply without an answer. */
  readonly of: { readonly kind: 'route' | 'out-of-scope'; readonly id: string | null };
  readonly part: string;
  /** The programs with the change; empty if it does not depend on the program. */
  readonly programs: readonly string[];
  /** Empty if the part was added or removed. */
  readonly before: string;
  readonly after: string;
}

/** Finds every part of every reply that differs between two rule books. */
export function findTextChanges(before: RuleBook, after: RuleBook): TextChange[] {
  const routes = union(Object.keys(before.routes), Object.keys(after.routes));
  const intents = union(Object.keys(before.outOfScope), Object.keys(after.outOfScope));
  return [
    ...routes.flatMap((id) => routeChanges(id, before, after)),
    ...intents.flatMap((id) =>
      differences(outOfScopeParts(before, id), outOfScopeParts(after, id)).map(
        ofOutOfScopeIntent(id),
      ),
    ),
    ...differences(silentParts(before), silentParts(after)).map(ofOutOfScopeIntent(null)),
  ];
}

function ofOutOfScopeIntent(id: string | null): (difference: Difference) => TextChange {
  return (difference) => ({ of: { kind: 'out-of-scope', id }, programs: [], ...difference });
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}

interface Difference {
  readonly part: string;
  readonly before: string;
  readonly after: string;
}

function differences(before: ReplyParts, after: ReplyParts): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((part) => {
    const [old = '', fresh = ''] = [before.get(part), after.get(part)];
    return old === fresh ? [] : [{ part, before: old, after: fresh }];
  });
}

/** Merges the same change for several programs. */
function routeChanges(id: string, before: RuleBook, after: RuleBook): TextChange[] {
  const programs = union(
    before.programs.map((program) => program.id),
    after.programs.map((program) => program.id),
  );
  const variants = [null, ...programs];
  const found = new Map<string, { difference: Difference; seen: (string | null)[] }>();
  for (const variant of variants) {
    const old = routeParts(before, id, programOf(before, variant));
    const fresh = routeParts(after, id, programOf(after, variant));
    for (const difference of differences(old, fresh)) {
      const key = JSON.stringify(difference);
      found.set(key, { difference, seen: [...(found.get(key)?.seen ?? []), variant] });
    }
  }
  return [...found.values()].map(({ difference, seen }) => ({
    of: { kind: 'route', id },
    programs: seen.includes(null) ? [] : seen.filter((one) => one !== null),
    ...difference,
  }));
}

function programOf(book: RuleBook, id: string | null): Program | null {
  return book.programs.find((program) => program.id === id) ?? null;
}
