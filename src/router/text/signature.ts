import { isAsking } from './sentences';
import { isClosing } from './salutations';

/** Where the signature begins: at a closing line, at `-- `, or at a card of contact details that ends the letter. */
export function signatureStart(lines: readonly string[]): number {
  const filled = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.trim() !== '');
  const mark = filled.find(({ line }, at) => at > 0 && SIGNATURE_MARK.test(line));
  const tail = filled.slice(-TAIL);
  const closing = tail.find(
    ({ line }, at) => isClosing(line) && (at > 0 || filled.length > tail.length),
  );
  return Math.min(mark?.index ?? lines.length, closing?.index ?? cardStart(lines));
}

/** Source: https://datatracker.ietf.org/doc/html/rfc3676#section-4.3 */
const SIGNATURE_MARK = /^(?:--|__)\s{0,2}$/;
/** A closing line stands among the last lines that hold something. */
const TAIL = 10;
const MOST_CARD_LINES = 8;
const LONGEST_CARD_LINE = 80;

/** What cards of contact details hold and requests hardly do. */
const CARD_DETAIL =
  /\s[|•·]\s|(?:^|\s)(?:tel|phone|mobile|cell|fax|m|t|p|e|w|web|email|mail)\s?[.:]\s?\S|\+\d[\d ()./-]{6,20}\d|\b(?:prof(?:essor)?|dr|phd|ceo|cto|cfo|founder|director|manager|head of|chair of|lecturer|engineer|developer|administrator|coordinator|officer|department of|faculty of|institute of|gmbh|inc|ltd|llc)\b/i;
const LABELLED = /^[^:]{2,30}:\s/;
const CONTACT_LABEL = /^\s{0,4}(?:tel|phone|mobile|cell|fax|web|email|mail|office|address)\b/i;

/** A card without a closing line above it: the last paragraph, where its short lines only say who writes. */
function cardStart(lines: readonly string[]): number {
  const end = lines.findLastIndex((line) => line.trim() !== '') + 1;
  const start = lines.findLastIndex((line, at) => at < end && line.trim() === '') + 1;
  const card = lines.slice(start, end);
  const isAlone = !lines.slice(0, start).some((line) => line.trim() !== '');
  return !isAlone && isCard(card) ? start : lines.length;
}

function isCard(lines: readonly string[]): boolean {
  return lines.length <= MOST_CARD_LINES && lines.every(isCardLine) && lines.some(hasDetail);
}

function isCardLine(line: string): boolean {
  if (line.length > LONGEST_CARD_LINE || /[?!,;]\s*$/.test(line) || isAsking(line)) return false;
  if (/[a-z]{3}\.\s*$/.test(line) && !/\b(?:inc|ltd)\.\s*$/i.test(line)) return false;
  return !LABELLED.test(line) || CONTACT_LABEL.test(line);
}

function hasDetail(line: string): boolean {
  return CARD_DETAIL.test(line);
}
