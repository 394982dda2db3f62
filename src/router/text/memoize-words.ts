/** The maximum number of entries. This many words cover the everyday use of a language. */
const MOST = 20_000;

/** Caches the results of a pure function for words, because a few thousand words make up nearly every text. Bounded. */
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

/** Copies the characters. V8 can store a substring as a pointer, which keeps the whole text in memory. */
function copyOf(word: string): string {
  return ` ${word}`.slice(1);
}
