import type { RuleBook } from '../rule-book/types';

/** Caches a value for each key for the lifetime of a rule book. Use few keys, such as the ids in the rule book. */
export function memoizeByBook<T>(): (book: RuleBook, key: string, make: () => T) => T {
  const books = new WeakMap<RuleBook, Map<string, T>>();
  return (book, key, make) => {
    let kept = books.get(book);
    if (kept === undefined) books.set(book, (kept = new Map<string, T>()));
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = make();
    kept.set(key, made);
    return made;
  };
}
