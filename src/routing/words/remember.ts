/** So many words cover whole languages' everyday use; in entries. */
const MOST = 20_000;

/** Keeps what a pure function gave for a word, since a few thousand words make up nearly every text. Bounded. */
export function remember<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = make(word);
    if (known.size >= MOST) known.clear();
    known.set(word, made);
    return made;
  };
}
