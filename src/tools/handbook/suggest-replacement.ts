import { nearest } from '../../rule-book/did-you-mean';

/** Two names that share at least this part of their words are likely the same thing. */
const SHARED = 0.3;

/**
 * Suggests the new name of something that was renamed: the most similar spelling, or the name that shares most words.
 *
 * @returns a sentence to append, such as ` It might be "x" now.`, or an empty text if no name is similar
 */
export function suggestReplacement(gone: string, names: Iterable<string>): string {
  const candidates = [...new Set(names)];
  const name = nearest(gone, candidates) ?? mostWords(gone, candidates);
  return name === undefined ? '' : ` It might be "${name}" now.`;
}

function mostWords(gone: string, candidates: readonly string[]): string | undefined {
  let best: { readonly name: string; readonly shared: number } | undefined;
  for (const name of candidates) {
    const shared = sharedWords(gone, name);
    if (shared >= SHARED && (best === undefined || shared > best.shared)) best = { name, shared };
  }
  return best?.name;
}

function sharedWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}
