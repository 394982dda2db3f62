import { nearest } from '../../rule-book/did-you-mean';

/** Two names that share this part of their words are likely the same thing. */
const SHARED = 0.3;

/**
 * What a name that is gone may be called now: the nearest by spelling, or the one that shares most words with it.
 *
 * @returns the end of a sentence, such as ` It may be "x" now.`, or nothing where no name comes near
 */
export function suggestReplacement(gone: string, names: Iterable<string>): string {
  const candidates = [...new Set(names)];
  const name = nearest(gone, candidates) ?? mostWords(gone, candidates);
  return name === undefined ? '' : ` It may be "${name}" now.`;
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
