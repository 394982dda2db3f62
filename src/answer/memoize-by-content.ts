import type { Answer } from './answer';
import type { Line } from './inline';

const PARTS = [
  'headline',
  'steps',
  'doNot',
  'notes',
  'byProgram',
  'contacts',
  'links',
  'paste',
  'reply',
] as const satisfies readonly (keyof Answer)[];

/** The content of an answer, without anything from the question. */
export type Said = Pick<Answer, (typeof PARTS)[number]>;

/**
 * Caches a value made from the content of an answer, for answers that share every part of it. The cache holds nothing
 * from the question, and nothing in it outlives the rule book.
 */
export function memoizeByContent<T>(make: (said: Said) => T): (said: Said) => T {
  const kept = new WeakMap<Line, { said: Said; made: T }>();
  return (said) => {
    const found = kept.get(said.headline);
    if (found !== undefined && PARTS.every((part) => found.said[part] === said[part])) {
      return found.made;
    }
    const made = make(said);
    kept.set(said.headline, { said: partsOf(said), made });
    return made;
  };
}

function partsOf(said: Said): Said {
  const { headline, steps, doNot, notes, byProgram, contacts, links, paste, reply } = said;
  return { headline, steps, doNot, notes, byProgram, contacts, links, paste, reply };
}
