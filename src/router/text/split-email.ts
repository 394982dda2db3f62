import { dropFurniture } from './furniture';
import { readHeader } from './mail-headers';
import { isMarkedLine, quoteStartAt } from './quote-start';
import { isGreeting } from './salutations';
import { signatureStart } from './signature';

/** A letter's parts, each a list of lines. */
export interface EmailParts {
  readonly subject: string;
  readonly greeting: string;
  readonly body: readonly string[];
  readonly signature: readonly string[];
  readonly quoted: readonly string[];
  /** A mail's headers, legal notices, banners, and footers. */
  readonly dropped: readonly string[];
}

/** Forwards within forwards are opened so far. */
const DEEPEST = 4;
/** A note above a forwarded mail has at most so many words; a longer one is a letter that quotes. */
const NOTE_WORDS = 25;
/** Fewer words of the writer's own ("see below", "FYI") are no letter. */
const LETTER_WORDS = 5;

/**
 * Takes a letter apart: subject, greeting, body, signature, and quoted mail. Every line ends up in exactly one part. A
 * letter that is nothing but a quote is read as that quote; a note above a forwarded mail is read together with it.
 */
export function splitEmail(text: string): EmailParts {
  return splitLines(text.split(/\r?\n/), DEEPEST);
}

function splitLines(lines: readonly string[], depth: number): EmailParts {
  const { own, quoted, isForward } = separateQuotes(lines);
  const email = readOwn(own, quoted.map(withoutMarks));
  const words = countWords(email.body);
  const isNote = isForward || isForwardSubject(own) ? words <= NOTE_WORDS : words < LETTER_WORDS;
  if (!isNote || depth === 0 || countWords(quoted) < LETTER_WORDS) return email;
  return withNote(email, splitLines(quoted, depth - 1));
}

/** A passed-on letter with the note above it. Who passed it on, and below what signature, says nothing of the letter. */
function withNote(note: EmailParts, letter: EmailParts): EmailParts {
  return {
    ...letter,
    subject: letter.subject === '' ? note.subject : letter.subject,
    body: [...note.body, '', ...letter.body],
    dropped: [...note.dropped, note.greeting, ...note.signature, ...letter.dropped],
  };
}

interface Separated {
  /** The lines of the person who wrote last. */
  readonly own: readonly string[];
  /** The lines below or between, each with one quote mark less. */
  readonly quoted: readonly string[];
  readonly isForward: boolean;
}

function separateQuotes(lines: readonly string[]): Separated {
  const [own, marked]: [string[], string[]] = [[], []];
  let hasOwn = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const start = quoteStartAt(lines, at, hasOwn);
    if (start !== undefined && !start.isMarked) {
      const below = lines.slice(at + start.lines).map(withoutMark);
      return { own, quoted: [...marked, ...below], isForward: start.isForward };
    }
    if (start !== undefined) at += start.lines - 1;
    else if (isMarkedLine(line)) marked.push(withoutMark(line));
    else own.push(line);
    hasOwn ||= start === undefined && isOwnText(line);
  }
  return { own, quoted: marked, isForward: false };
}

/** A line with words that is neither a header nor quoted. */
function isOwnText(line: string): boolean {
  return /\p{L}{2}/u.test(line) && !isMarkedLine(line) && readHeader(line) === undefined;
}

function withoutMark(line: string): string {
  return line.replace(/^\s{0,4}[>|] ?/, '');
}

function withoutMarks(line: string): string {
  return line.replace(/^[\s>|]+/, '');
}

/** Headers stand among the first lines of a mail. */
const HEAD_LINES = 12;
const SUBJECT_LINES = 8;
const REPLY_PREFIX = /^\s{0,4}(?:re|fwd?|aw|wg|tr|rv|enc|sv|vs|antw|doorst|i)\s?:\s?/i;
const FORWARD_PREFIX = /^\s{0,4}(?:fwd?|wg|tr|rv|enc|doorst|i)\s?:/i;

function readOwn(lines: readonly string[], quoted: readonly string[]): EmailParts {
  const subjectAt = lines.findIndex((line, at) => at < SUBJECT_LINES && subjectIn(line) !== null);
  const subject = subjectAt < 0 ? '' : (subjectIn(lines[subjectAt] ?? '') ?? '');
  const isHeader = (line: string, at: number): boolean =>
    at < HEAD_LINES && at !== subjectAt && readHeader(line) !== undefined;
  const headers = lines.filter(isHeader);
  const text = lines.filter((line, at) => at !== subjectAt && !isHeader(line, at));
  const { kept, dropped } = dropFurniture(text);
  const greetingAt = kept.findIndex((line) => isGreeting(line));
  const greeting = greetingAt >= 0 && greetingAt < SUBJECT_LINES ? (kept[greetingAt] ?? '') : '';
  const body = kept.filter((_, index) => index !== greetingAt || greeting === '');
  const end = signatureStart(body);
  return {
    subject,
    greeting,
    body: body.slice(0, end),
    signature: body.slice(end),
    quoted,
    dropped: [...headers, ...dropped],
  };
}

/** What a mail is about, without "Subject:", "Re:", and the like; null where the line is no subject. */
function subjectIn(line: string): string | null {
  const header = readHeader(line);
  if (header?.field !== 'subject' && !REPLY_PREFIX.test(line)) return null;
  let subject = header?.field === 'subject' ? header.value : line;
  while (REPLY_PREFIX.test(subject)) subject = subject.replace(REPLY_PREFIX, '');
  return subject.trim();
}

/** Whether the subject says that the mail is passed on. */
function isForwardSubject(lines: readonly string[]): boolean {
  return lines.slice(0, SUBJECT_LINES).some((line) => {
    const header = readHeader(line);
    return FORWARD_PREFIX.test(header?.field === 'subject' ? header.value : line);
  });
}

function countWords(lines: readonly string[]): number {
  return lines
    .join(' ')
    .split(/\s+/)
    .filter((word) => /\p{L}{2}/u.test(word)).length;
}
