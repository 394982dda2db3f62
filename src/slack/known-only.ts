import type { RuleBook } from '../rule-book/types';
import type { UsageEvent } from '../store/usage-event';
import type { Store } from '../store/store';

/** A rule book's version: see `hashTexts`. */
const VERSION = /^[0-9a-f]{12}$/;

interface Ids {
  readonly route: string | null;
  readonly program: string | null;
  readonly rules: string;
}

/** Whether somebody's route is one of the rule book, or none. */
export function isKnownRoute({ routes }: RuleBook, route: string | null): boolean {
  return route === null || Object.hasOwn(routes, route);
}

/**
 * The store, for what comes back from Slack in buttons and views: whatever stands there in place of an id of the rule
 * book is not kept. A vote or a choice on it is none; a text is kept without it.
 */
export function withKnownIds(store: Store, book: () => RuleBook): Store {
  return {
    ...store,
    record(happened) {
      const kept = keepKnownIds(happened, book());
      if (kept !== null) store.record(kept);
    },
  };
}

function keepKnownIds(happened: UsageEvent, book: RuleBook): UsageEvent | null {
  if (happened.kind === 'answer' || happened.kind === 'handed') return happened;
  if (isKnown(happened.row, book)) return happened;
  if (happened.kind !== 'text') return null;
  const row = { ...happened.row, route: null, program: null, rules: book.version };
  return { kind: 'text', row };
}

function isKnown({ route, program, rules }: Ids, book: RuleBook): boolean {
  const isProgram = program === null || book.programs.some(({ id }) => id === program);
  return isProgram && isKnownRoute(book, route) && VERSION.test(rules);
}
