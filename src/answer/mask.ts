/** The placeholder for each kind of masked text. */
const MASKS = { address: '[email]', link: '[link]', number: '[number]', name: '[name]' } as const;

/** Each pattern starts at the beginning of a word, so matching takes linear time for any text. */
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

/** A whole word that begins with a capital letter. Matching the whole word avoids a second pass over it. */
const CAPITALIZED =
  /\p{Lu}(?<![\p{L}\p{N}]\p{Lu})(?:['’]\p{L}|[\p{Lu}\p{Lt}\p{Lm}\p{Lo}])*(?:\p{Ll}\p{L}*(?:['’-]\p{L}+)*)?/gu;
/** A capital letter followed by a lowercase letter: a name, or a product term. */
const SMALL = /\p{L}\p{Ll}/u;

/** Whether a text contains an address, a link or a number that could identify a person. */
export function isTraceable(text: string): boolean {
  return maskPatterns(text) !== text;
}

/**
 * Masks addresses, links, long numbers and likely names. It masks too much rather than too little: the person who
 * shares the text sees the result and can edit it.
 *
 * @param known words that are not names, in lowercase
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

/** Whether a word is known, ignoring a possessive "'s". A hyphenated word is known if each part is. */
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

/** How many characters around a word to look at. */
const NEAR = 100;

/** Whether a capital letter only marks the first word of a sentence. Two capitalized words in a row are a name. */
function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at).trimEnd();
  if (before !== '' && !/[.!?:\n]$/u.test(before)) return false;
  return !/^\S+\s+\p{Lu}\p{Ll}/u.test(text.slice(at, at + NEAR));
}
