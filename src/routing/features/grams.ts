const LENGTH = 4;

/** The pieces of a word, its ends marked. */
export function gramsOf(word: string): string[] {
  const marked = `^${word}$`;
  const count = Math.max(0, marked.length - LENGTH + 1);
  return Array.from({ length: count }, (_, at) => marked.slice(at, at + LENGTH));
}
