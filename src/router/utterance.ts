import { isAsking, splitSentences } from './text/sentences';
import { splitEmail } from './text/split-email';
import { stripSlackMarkup } from './text/slack-markup';
import type { Segment, SegmentRole, Surface, Utterance } from './types';

/** Longer texts are cut: what a letter is about stands in its first pages. */
const LONGEST_TEXT = 20_000;
/** So many sentences of quoted mail are read. */
const MOST_QUOTED = 20;

const WEIGHT = { asking: 1.5, telling: 1, subject: 1.5, quoted: 0.3 } as const;
const LETTER_SIGNS =
  /^\s{0,4}(?:subject|from|fwd?|re)\s?:|\n\s{0,4}(?:hi|hello|dear|hey)\b|\n\s{0,4}(?:(?:kind|best|warm) )?(?:regards|cheers|thanks|sincerely|best)\b|^\s{0,4}dear\b|\bfirst name:/i;
const OPENING =
  /^(?:\s|[,!.:;-])*(?:(?:hi|hello|hey|hiya|morning|good (?:morning|afternoon|evening|day)|afternoon|yo|quick (?:one|question|q))\b(?: (?:there|all|team|folks|everyone|guys|bot))?[\s,!.:;-]+)+/i;

/**
 * Cleans a text and weighs its parts: in a letter the sentences that ask count more than those that tell, and the
 * greeting, the signature and quoted mail hardly count. A question by a colleague is one piece.
 *
 * @param text what was typed, pasted or forwarded, in Slack's markup or plain
 * @param surface where it came from, if known
 */
export function readUtterance(text: string, surface?: Surface): Utterance {
  const plain = stripSlackMarkup(text.slice(0, LONGEST_TEXT)).trim();
  const isMail = surface === 'shortcut' || looksLikeEmail(plain);
  return isMail ? emailUtterance(plain) : questionUtterance(plain);
}

/** Whether a text is a pasted or forwarded letter rather than a question somebody typed. */
export function isEmail(text: string): boolean {
  return looksLikeEmail(stripSlackMarkup(text.slice(0, LONGEST_TEXT)).trim());
}

function looksLikeEmail(text: string): boolean {
  const lines = text.includes('\n') ? countLines(text) : 1;
  return lines >= 3 || (lines === 2 && LETTER_SIGNS.test(text)) || /^\s*subject\s?:/i.test(text);
}

/** Lines that hold something. */
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
  };
}

function toSentence(text: string): Segment {
  return toSegment(text, isAsking(text) ? 'asking' : 'telling');
}

function toSegment(text: string, role: SegmentRole): Segment {
  return { text, role, weight: WEIGHT[role] };
}
