import { show } from './explain-issue';
import type { PlacedExample } from './labelled-examples';
import type { Problem } from './problem';

/** Two texts are near-duplicates if they share at least this part of all their words. */
const NEAR = 0.8;

interface Words {
  readonly example: PlacedExample;
  /** Each word once, rarest first. */
  readonly words: readonly string[];
}

/**
 * Warns of examples of different routes that share nearly all their words: the router cannot distinguish them. Pairs
 * are looked for among texts that share one of their rarest words, which finds every near pair (prefix filtering:
 * Chaudhuri, Ganti, Kaushik, ICDE 2006).
 */
export function findNearDuplicates(examples: readonly PlacedExample[]): Problem[] {
  const problems: Problem[] = [];
  const index = new Map<string, Words[]>();
  for (const current of wordsOf(examples.filter(({ counter }) => counter !== true))) {
    const prefix = current.words.slice(0, Math.floor((1 - NEAR) * current.words.length) + 1);
    const candidates = new Set(prefix.flatMap((word) => index.get(word) ?? []));
    for (const other of candidates) {
      if (isNear(current, other)) problems.push(describe(current.example, other.example));
    }
    for (const word of prefix) index.set(word, [...(index.get(word) ?? []), current]);
  }
  return problems;
}

function wordsOf(examples: readonly PlacedExample[]): Words[] {
  const sets = examples.map(
    ({ text }) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
  const counts = new Map<string, number>();
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarity = (a: string, b: string): number =>
    (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1);
  return examples.map((example, at) => ({ example, words: [...(sets[at] ?? [])].sort(rarity) }));
}

function isNear(one: Words, other: Words): boolean {
  if (one.example.labels.some((label) => other.example.labels.includes(label))) return false;
  const words = new Set(one.words);
  const shared = other.words.filter((word) => words.has(word)).length;
  return shared / (one.words.length + other.words.length - shared) >= NEAR;
}

function describe(example: PlacedExample, other: PlacedExample): Problem {
  const place = other.document.fault(other.path, { code: 'near-duplicate', message: '' });
  return example.document.fault(example.path, {
    code: 'near-duplicate',
    message: `${show(example.text)} is nearly the same as ${place.file}:${place.line}, which belongs to another route. Make them more different, or make one a counter-example.`,
    severity: 'warning',
  });
}
