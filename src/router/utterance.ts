import { automaticMail } from './text/automatic-mail';
import { normalizeText } from './text/normalize-text';
import { isAsking, splitSentences } from './text/sentences';
import { splitEmail } from './text/split-email';
import { stripSlackMarkup } from './text/slack-markup';
import type { Segment, SegmentRole, Surface, Utterance } from './types';

/** Longer texts are cut off. The subject of an email is in its first pages. */
const LONGEST_TEXT = 20_000;
/** How many sentences of a quoted email to read. */
const MOST_QUOTED = 20;

const WEIGHT = { asking: 1.5, telling: 1, subject: 1.5, quoted: 0.3 } as const;
const LETTER_SIGNS =
  /^\s{0,4}(?:subject|from|fwd?|re)\s?:|\n\s{0,4}(?:hi|hello|dear|hey)\b|\n\s{0,4}(?:(?:kind|best|warm) )?(?:regards|cheers|thanks|sincerely|best)\b|^\s{0,4}dear\b|\bfirst name:/i;
const OPENING =
  /^(?:\s|[,!.:;-])*(?:(?:hi|hello|hey|hiya|morning|good (?:morning|afternoon|evening|day)|afternoon|yo|quick (?:one|question|q))\b(?: (?:there|all|team|folks|everyone|guys|bot))?[\s,!.:;-]+)+/i;

/**
 * Cleans a text and assigns weights to its parts. In an email, questions count more than statements, and the greeting,
 * the signature and quoted emails count little. A colleague's question is one piece.
 *
 * @param text the typed, pasted or forwarded text, in Slack's markup or plain
 * @param surface the origin of the text, if known
 */
export function readUtterance(text: string, surface?: Surface): Utterance {
  const plain = plainText(text);
  const isMail = surface === 'shortcut' || looksLikeEmail(plain);
  return isMail ? emailUtterance(plain) : questionUtterance(plain);
}

/** Whether a text is a pasted or forwarded email instead of a typed question. */
export function isEmail(text: string): boolean {
  return looksLikeEmail(plainText(text));
}

function plainText(text: string): string {
  return stripSlackMarkup(normalizeText(text.slice(0, LONGEST_TEXT))).trim();
}

function looksLikeEmail(text: string): boolean {
  const lines = text.includes('\n') ? countLines(text) : 1;
  return lines >= 3 || (lines === 2 && LETTER_SIGNS.test(text)) || /^\s*subject\s?:/i.test(text);
}

/** Lines that are not empty. */
function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

function questionUtterance(text: string): Utterance {
  const opening = OPENING.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  return {
    kind: 'question',
    segments: splitSentences(rest).map(toSentence),
    boilerplate: opening,
    ignored: [],
  };
}

function emailUtterance(text: string): Utterance {
  const email = splitEmail(text);
  const automatic = automaticMail(text);
  const subject = email.subject === '' ? [] : [email.subject];
  const quoted = splitSentences(email.quoted.join('\n')).slice(0, MOST_QUOTED);
  return {
    kind: 'email',
    segments: [
      ...subject.map((text) => toSegment(text, 'subject')),
      ...splitSentences(email.body.join('\n')).map(toSentence),
      ...quoted.map((text) => toSegment(text, 'quoted')),
    ],
    boilerplate: [email.greeting, ...email.signature].join('\n'),
    ignored: email.dropped,
    ...(automatic !== null && { automatic }),
  };
}

function toSentence(text: string): Segment {
  return toSegment(text, isAsking(text) ? 'asking' : 'telling');
}

function toSegment(text: string, role: SegmentRole): Segment {
  return { text, role, weight: WEIGHT[role] };
}
