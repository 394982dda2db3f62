import { stem } from './stem';

/** A word of the text: as typed, and as the router compares it. */
export interface Token {
  /** As it stands in the text, in lower case. */
  readonly typed: string;
  readonly stem: string;
}

const WORD = /#?[$€£]?[a-z0-9]+(?:[.'’&][a-z0-9]+)*/g;
const DIACRITICS = /[\u0300-\u036f]/g;

/** The words of a text in lower case and without accents, in order. An address gives its domain's ending. */
export function splitWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .toLowerCase()
    .replace(/https?:\/\/[^\s>)]{1,500}/g, ' weblink ')
    .replace(/[^\s@<>"]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}([a-z]{2,10})/g, ' mailaddress .$1 ');
  return (plain.match(WORD) ?? []).map(tidyWord);
}

function tidyWord(word: string): string {
  if (/^[$€£]?\d+(?:[.,]\d+)*(?:k|m)?$/.test(word)) return numberWord(word);
  return word.replace(/['’]/g, '');
}

function numberWord(word: string): string {
  if (/^[$€£]0+$/.test(word) || word === '0') return 'zerodollar';
  return /^[$€£]|[km]$/.test(word) ? 'moneysum' : 'number';
}

/** A word as a token, without spelling correction. */
export function toToken(word: string): Token {
  return { typed: word, stem: stem(word) };
}
