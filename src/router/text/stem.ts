const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied)$/, 'y'],
  [/(ss|sh|ch|x|z)es$/, '$1'],
  [/([^su])s$/, '$1'],
  [/(?:ations?|ations)$/, 'ate'],
  [/ements?$/, 'e'],
  [/([a-z]{3})(?:ing|ed)$/, '$1'],
];

/**
 * Cuts the endings that English adds to a word, so that "renewals" and "renewing" meet in "renew". Light on purpose:
 * a wrong cut joins words that differ, and the concepts of the rule book join the rest.
 */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  let result = word;
  for (const [pattern, replacement] of RULES) result = shorten(result, pattern, replacement);
  return tidy(result);
}

function shorten(word: string, pattern: RegExp, replacement: string): string {
  const shorter = word.replace(pattern, replacement);
  return shorter.length >= 3 ? shorter : word;
}

/** "stopp" -> "stop", "renewe" -> "renew": the same stem whatever the ending was. */
function tidy(word: string): string {
  const single = word.replace(/([bdgklmnprt])\1$/, '$1');
  return single.length > 4 ? single.replace(/(?:e|al|ly)$/, '') : single;
}
