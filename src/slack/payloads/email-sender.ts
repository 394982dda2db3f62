import { normalizeText } from '../../router/text/normalize-text';
import {
  type HeaderBlock,
  isMailHeader,
  readHeader,
  readHeaderBlock,
} from '../../router/text/mail-headers';
import { quoteStartAt } from '../../router/text/quote-start';

/** What is known of a mail besides its text. */
interface Envelope {
  /** The name in the header's "From", if there is one. */
  readonly from: string | null;
  /** The names of those who received the mail. */
  readonly recipients: readonly string[];
}

/** What a letter is about stands in its first pages; in characters. */
const LONGEST = 20_000;

/**
 * The name of whoever wrote a letter, or null where that is a guess. Without a forward or a reply below, the sender wrote
 * it. Of a forwarded mail it is the first one's sender. Anything else (a reply below text of somebody's, forwards in
 * forwards) may name a colleague, and so may a name among the recipients.
 */
export function letterWriter(text: string, { from, recipients }: Envelope): string | null {
  const quotes = readQuotes(normalizeText(text.slice(0, LONGEST)).split('\n'));
  const writer = quotes === 'none' ? from : quotes.writer;
  const others = [...recipients, ...(quotes === 'none' ? [] : quotes.recipients)];
  return writer === null || others.some((other) => isSameName(other, writer)) ? null : writer;
}

/** The writer of a pasted text, as its own header or the one of a forwarded mail gives it. */
export function emailSenderIn(text: string): string | null {
  return letterWriter(text, { from: null, recipients: [] });
}

interface Quotes {
  readonly writer: string | null;
  readonly recipients: readonly string[];
}

/** Who wrote the mail at the top or the one passed on; 'none' where nothing is quoted and no header stands there. */
function readQuotes(lines: readonly string[]): Quotes | 'none' {
  const unmarked = lines.map((line) => line.replace(/^[\s>]+/, ''));
  const blocks = headerBlocks(unmarked);
  const [first] = blocks;
  if (first === undefined) return hasQuote(lines) ? UNKNOWN : 'none';
  const recipients = blocks.flatMap(({ block }) => namesIn(block));
  if (!isPassedOn(unmarked, first)) return { writer: null, recipients };
  return { writer: nameIn(first.block.fields.from ?? ''), recipients };
}

const UNKNOWN: Quotes = { writer: null, recipients: [] };

interface Placed {
  readonly at: number;
  readonly block: HeaderBlock;
}

/** The blocks of headers that name a sender, in order. */
function headerBlocks(lines: readonly string[]): readonly Placed[] {
  const blocks: Placed[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const block = readHeaderBlock(lines, at);
    if (block === undefined) continue;
    const isMail = isMailHeader(block) || (block.fields.from !== undefined && blocks.length === 0);
    if (isMail && block.fields.from !== undefined) blocks.push({ at, block });
    at = block.end - 1;
  }
  return blocks;
}

/** Whether the mail below a block is the one that the text is about: nothing stands above it, or it is marked as passed on. */
function isPassedOn(lines: readonly string[], { at, block }: Placed): boolean {
  const above = lines.slice(0, at).filter((line) => line.trim() !== '');
  const isForward =
    FORWARD_SUBJECT.test(block.fields.subject ?? '') ||
    above.some((line, index) => quoteStartAt(above, index, false)?.isForward === true) ||
    above.some(isForwardSubject);
  if (isForward) return !lines.slice(block.end).some(isForwardMark);
  return above.every((line) => readHeader(line) !== undefined || !/\p{L}{2}/u.test(line));
}

const FORWARD_SUBJECT = /^\s{0,4}(?:fwd?|wg|tr|rv|enc|doorst|i)\s?:/i;

function isForwardSubject(line: string): boolean {
  const header = readHeader(line);
  return header?.field === 'subject' && FORWARD_SUBJECT.test(header.value);
}

function isForwardMark(line: string): boolean {
  return quoteStartAt([line], 0, false)?.isForward === true;
}

/** Whether somebody answered: "On … wrote:", a rule, or lines marked as quoted. */
function hasQuote(lines: readonly string[]): boolean {
  return lines.some(
    (line, at) => /^\s{0,4}>/.test(line) || quoteStartAt(lines, at, true) !== undefined,
  );
}

function namesIn({ fields }: HeaderBlock): readonly string[] {
  return [fields.to, fields.cc].flatMap((list) =>
    (list ?? '').split(/[;,]/).flatMap((one) => nameIn(one) ?? []),
  );
}

/** The name beside an address: `Ada Example <ada@example.edu>`, with or without the address, quoted or not. */
function nameIn(value: string): string | null {
  const [name = ''] = value
    .replace(/&lt;/g, '<')
    .replace(/^[\s"'*]{1,8}/, '')
    .split(/[<[("]|\s\S{1,60}@/, 1);
  const plain = name.replace(/["'*]/g, '').trim();
  return plain === '' || plain.includes('@') ? null : plain;
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
