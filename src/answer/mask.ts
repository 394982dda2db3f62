/** What takes the place of what was masked. */
const MASKS = { address: '[email]', link: '[link]', number: '[number]', name: '[name]' } as const;

/** Each begins where a word does, and so takes time in proportion to the text, whatever is in it. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?<![^\s<>()[\],;:"'|])[^\s<>()[\],;:"'|]+@[^\s<>()[\],;:"'|@]+\.[a-z]{2,}/giu, MASKS.address],
  [/\b(?:https?:\/\/|www\.)[^\s<>|]+/giu, MASKS.link],
  [
    /(?<![a-z0-9.-])[a-z0-9.-]*[a-z0-9-]\.(?:com|org|net|io|edu|gov|de|fr|uk|eu|ac|co)\b[^\s<>|]*/giu,
    MASKS.link,
  ],
  [/(?<![\p{L}\d])[@#][\p{L}\d._-]{2,}/gu, MASKS.name],
  [/(?:\+|(?<!\d))\d(?:[\s./()-]{0,2}\d){4,}/gu, MASKS.number],
];

/** A word that begins with a capital letter; all of it, so that none is gone through twice. */
const CAPITALIZED =
  /\p{Lu}(?<![\p{L}\p{N}]\p{Lu})(?:['’]\p{L}|[\p{Lu}\p{Lt}\p{Lm}\p{Lo}])*(?:\p{Ll}\p{L}*(?:['’-]\p{L}+)*)?/gu;
/** It goes on in small ones: a name, or a word of the trade. */
const SMALL = /\p{L}\p{Ll}/u;

/** Whether a text holds an address, a link or a number that could be traced to somebody. */
export function isTraceable(text: string): boolean {
  return maskPatterns(text) !== text;
}

/**
 * A text without addresses, links, long numbers and what looks like a name. It masks too much rather than too little:
 * who gives the text sees it and may edit it.
 *
 * @param known words that are no names, in small letters
 */
export function mask(text: string, known: ReadonlySet<string>): string {
  const named = maskPatterns(text).replace(CAPITALIZED, (word, at: number, whole: string) => {
    const isPlain = !SMALL.test(word) || isKnown(word, known) || isInBrackets(whole, at);
    return isPlain || beginsSentence(whole, at) ? word : MASKS.name;
  });
  return named.replace(/\[name\](?:\s+\[name\])+/g, MASKS.name);
}

function maskPatterns(text: string): string {
  return PATTERNS.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);
}

/** Also with the "'s" of a possessor, and where it is joined from known parts by hyphens. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const parts = word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .split('-');
  return parts.every((part) => known.has(part));
}

function isInBrackets(text: string, at: number): boolean {
  return text[at - 1] === '[';
}

/** So many characters around a word tell how it stands. */
const NEAR = 100;

/** The first word has a capital letter whatever it is, unless another such word follows: then the two are a name. */
function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at).trimEnd();
  if (before !== '' && !/[.!?:\n]$/u.test(before)) return false;
  return !/^\S+\s+\p{Lu}\p{Ll}/u.test(text.slice(at, at + NEAR));
}
