const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied)$/, 'y'],
  [/(ss|sh|ch|x|z)es$/, '$1'],
  [/([^su])s$/, '$1'],
  [/(?:ations?|ations)$/, 'ate'],
  [/ements?$/, 'e'],
  [/([a-z]{3})(?:ing|ed)$/, '$1'],
];

/**
 * Removes English word endings, so that "renewals" and "renewing" both become "renew". It is deliberately light: wrong
 * stemming merges different words. The concepts in the rule book merge the remaining forms.
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

/** Repairs a stem, so that it does not depend on the ending: "stopp" -> "stop", "renewe" -> "renew". */
function tidy(word: string): string {
  const single = word.replace(/([bdgklmnprt])\1$/, '$1');
  return single.length > 4 ? single.replace(/(?:e|al|ly)$/, '') : single;
}
