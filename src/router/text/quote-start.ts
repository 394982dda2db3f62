import { isMailHeader, readHeaderBlock } from './mail-headers';

/** Where a mail client begins the mail that is answered or forwarded. */
export interface QuoteStart {
  /** How many lines announce the quote; a block of headers is part of the quoted mail. */
  readonly lines: number;
  /** The mail below is passed on rather than answered. */
  readonly isForward: boolean;
  /** Each quoted line carries a mark, so that a line without one is the writer's own. */
  readonly isMarked: boolean;
}

const REPLY_RULE =
  /^[\s*]{0,4}-{2,}\s{0,3}(?:original|reply (?:message|e-?mail)|urspr(?:ü|ue)ngliche (?:nachricht|mail)|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig (?:meddelelse|besked)|ursprungligt meddelande)\b/iu;
const FORWARD_RULE =
  /^[\s*]{0,4}-{2,}\s{0,3}(?:forwarded|weitergeleitete|message transféré|mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat|videresendt)/iu;
const FORWARD_LINE =
  /^\s{0,4}(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:reencaminhada|encaminhada)|inizio messaggio inoltrato|begin doorgestuurd bericht)\s?(?:[:,]|$)/iu;
const LONG_RULE = /^\s{0,4}_{8,}\s{0,4}$/;

/** "On Monday, Ada wrote:" in the languages of the mail clients; the name stands before or behind the verb. */
const DATE_FIRST =
  /^[\s*-]{0,8}(?:on|am|le|el|em|no|il|in data|op|den|w dniu|dnia)\s.{4,300}(?:\bwrote|\bschrieb|\bgeschrieben|\sécrit|\sescribió|\sescreveu|\sscritto|\sschreef|\sskrev|\spisze|\snapisał\S{0,3})(?:\s.{1,120})?$/iu;
const NAME_FIRST =
  /^\s{0,4}\p{L}.{2,160}(?:\bwrote|\bwrites|\bschrieb|\sécrit|\sescribió|\sescreveu|\sscritto|\sschreef|\sskrev|\snapisał\S{0,3})(?:\s.{1,80})?\s{0,2}:\s{0,2}$/iu;
/** "2025-03-03 10:12 GMT+01:00 Ada <ada@example.edu>:", in any language: a time, and an address before the colon. */
const ADDRESS_LAST = /^\s{0,4}\S.{8,200}@[\w.-]{3,60}["'>)\s]{0,4}:\s{0,2}$/u;
const TIME_AND_ADDRESS = /\d{1,2}\s?[:.h]\s?\d{2}.{1,200}@/;
const CHINESE_OR_JAPANESE =
  /^\s{0,4}(?:在.{4,200}写道|\d{4}.{4,200}(?:のメッセージ|작성))\s?:\s?$/u;

/** A time of day, a year, or an address: what a client prints and a sentence that ends in "wrote:" seldom has. */
const STAMP = /\d{1,2}\s?[:.h]\s?\d{2}|\b(?:19|20)\d{2}\b|@/;
const WEEKDAY_FIRST =
  /^[\s*-]{0,8}(?:on|am|le|el|em|il|op)\s(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|jueves|viernes|segunda|quarta|quinta|sexta|maandag|dinsdag|woensdag|vrijdag)/iu;

/** A client breaks such a line into up to three. */
const MOST_LINES = 3;
const LONGEST_LINE = 300;

/**
 * Whether a quoted mail begins at a line: at a rule ("-----Original Message-----"), at "On … wrote:" over up to three
 * lines, or at a block of headers below text of the writer's own.
 *
 * @param hasOwn there is text of the writer's own above
 */
export function quoteStartAt(
  lines: readonly string[],
  at: number,
  hasOwn: boolean,
): QuoteStart | undefined {
  const line = (lines[at] ?? '').slice(0, LONGEST_LINE);
  if (line.trim() === '' || isMarkedLine(line)) return undefined;
  return ruleAt(lines, at, line) ?? attributionAt(lines, at) ?? headersAt(lines, at, hasOwn);
}

function ruleAt(lines: readonly string[], at: number, line: string): QuoteStart | undefined {
  const isForward = FORWARD_RULE.test(line) || FORWARD_LINE.test(line);
  if (!isForward && !REPLY_RULE.test(line) && !LONG_RULE.test(line)) return undefined;
  return { lines: 1, isForward, isMarked: isMarkedFrom(lines, at + 1) && !isForward };
}

function attributionAt(lines: readonly string[], at: number): QuoteStart | undefined {
  let text = '';
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const line = lines[at + count - 1];
    if (line === undefined || line.trim() === '') return undefined;
    text = `${text} ${line.slice(0, LONGEST_LINE)}`.trim();
    const isMarked = isMarkedFrom(lines, at + count);
    if (isAttribution(text, isMarked)) return { lines: count, isForward: false, isMarked };
  }
  return undefined;
}

/** Whether a text announces a quote. Without a time, a year, or an address it takes marked lines below to believe it. */
function isAttribution(text: string, isMarked: boolean): boolean {
  if (CHINESE_OR_JAPANESE.test(text)) return true;
  const isTimed = TIME_AND_ADDRESS.test(text);
  if (!ANNOUNCES.test(text)) return isTimed && DATE_FIRST.test(text);
  const isBelieved = isMarked || STAMP.test(text);
  if (DATE_FIRST.test(text)) return isBelieved || WEEKDAY_FIRST.test(text);
  return (isTimed && ADDRESS_LAST.test(text)) || (isBelieved && NAME_FIRST.test(text));
}

/** Ends in a colon, or in the rule that Zoho draws. */
const ANNOUNCES = /(?::|-{2,4})\s{0,2}$/;

function headersAt(lines: readonly string[], at: number, hasOwn: boolean): QuoteStart | undefined {
  if (!hasOwn) return undefined;
  const block = readHeaderBlock(lines, at);
  if (block === undefined || !isMailHeader(block)) return undefined;
  return { lines: 0, isForward: false, isMarked: false };
}

/** Whether the next line that holds something is marked as quoted. */
function isMarkedFrom(lines: readonly string[], start: number): boolean {
  for (const line of lines.slice(start, start + 3)) {
    if (line.trim() !== '') return isMarkedLine(line);
  }
  return false;
}

/** A line that a mail client marked as quoted: `> text`, or `| text` that is no row of a table. */
export function isMarkedLine(line: string): boolean {
  return /^\s{0,4}(?:>|\|[^|]*$)/.test(line);
}
