const MOST = 5;
const LONGEST = 110;

/** The longest text that fits on one line of a page, in characters. */
export function isShort(text: string): boolean {
  return text.length <= LONGEST && !text.includes('\n');
}

/** Picks a few examples at regular distances in a list, so that they differ. */
export function pickExamples(texts: readonly string[]): string[] {
  const short = texts.filter(isShort);
  const step = Math.max(1, short.length / MOST);
  return Array.from({ length: MOST }, (_, at) => short[Math.floor(at * step)]).filter(
    (text, at, all) => text !== undefined && all.indexOf(text) === at,
  ) as string[];
}
