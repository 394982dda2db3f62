/** So many words cover whole languages' everyday use; in entries. */
const MOST = 20_000;

/** Keeps what a pure function gave for a word, since a few thousand words make up nearly every text. Bounded. */
export function remember<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const own = copyOf(word);
    const made = make(own);
    if (known.size >= MOST) known.clear();
    known.set(own, made);
    return made;
  };
}

/** V8 may keep a piece of a text as a pointer into it, and the whole text with it for as long as the piece is known. */
function copyOf(word: string): string {
  return ` ${word}`.slice(1);
}
