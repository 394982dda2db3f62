const WORD = /#?[$€£]?[a-z0-9]+(?:[.'’&][a-z0-9]+)*/g;
const DIACRITICS = /[\u0300-\u036f]/g;
const LETTERS = /^[a-z]+$/;
const ASCII = /^[\0-\x7f]*$/;

/** The words of a text in lowercase and without accents, in order. A URL becomes its top-level domain. */
export function splitWords(text: string): string[] {
  return matchWords(text).map(tidyWord);
}

/** Raw matches. Callers normalize each with `tidyWord`and can cache the result. */
export function matchWords(text: string): readonly string[] {
  return withoutAddresses(withoutAccents(text).toLowerCase()).match(WORD) ?? [];
}

function withoutAccents(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFKD').replace(DIACRITICS, '');
}

function withoutAddresses(text: string): string {
  const withoutLinks = text.includes('://')
    ? text.replace(/https?:\/\/[^\s>)]{1,500}/g, ' weblink ')
    : text;
  if (!withoutLinks.includes('@')) return withoutLinks;
  return withoutLinks.replace(
    /(?<![^\s@<>"])[^\s@<>"]+@(?:[a-z0-9-]{1,63}\.){1,5}([a-z]{2,10})/g,
    ' mailaddress .$1 ',
  );
}

/** A matched word without apostrophes. Amounts and numbers become placeholder words. */
export function tidyWord(word: string): string {
  if (LETTERS.test(word)) return word;
  if (/^[$€£]?\d+(?:[.,]\d+)*(?:k|m)?$/.test(word)) return numberWord(word);
  return /['’]/.test(word) ? word.replace(/['’]/g, '') : word;
}

function numberWord(word: string): string {
  if (/^[$€£]0+$/.test(word) || word === '0') return 'zerodollar';
  return /^[$€£]|[km]$/.test(word) ? 'moneysum' : 'number';
}
