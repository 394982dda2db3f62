import { posix } from 'node:path';
import { outOfScopeIntentOf } from '../../router/model/labels';
import type { PlacedExample } from '../../rule-book/labelled-examples';
import { isShort } from './pick-examples';

/** A text that looks like one route but belongs to another route or to an out-of-scope intent. */
export interface LookAlike {
  /** A route or an out-of-scope intent. */
  readonly owner: string;
  readonly text: string;
}

/** The look-alikes of each route, from its counter-examples. */
export interface LookAlikes {
  /** One text for each owner, starting with the owner that has the most texts. */
  of(route: string): readonly LookAlike[];
}

const MOST_OWNERS = 5;

export function collectLookAlikes(examples: readonly PlacedExample[]): LookAlikes {
  const byRoute = new Map<string, Map<string, string[]>>();
  for (const { counter, document, labels, text } of examples) {
    const [label] = labels;
    if (counter !== true || label === undefined) continue;
    const route = posix.basename(document.file, '.examples.yml');
    const owner = outOfScopeIntentOf(label) ?? label;
    const owners = byRoute.get(route) ?? new Map<string, string[]>();
    byRoute.set(route, owners.set(owner, [...(owners.get(owner) ?? []), text]));
  }
  return {
    of: (route) =>
      [...(byRoute.get(route) ?? [])]
        .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
        .slice(0, MOST_OWNERS)
        .flatMap(([owner, texts]) => {
          const text = texts.find(isShort);
          return text === undefined ? [] : [{ owner, text }];
        }),
  };
}
