/** A letter's parts, each a list of lines. */
export interface EmailParts {
  readonly subject: string;
  readonly greeting: string;
  readonly body: readonly string[];
  readonly signature: readonly string[];
  readonly quoted: readonly string[];
  /** An email's headers and legal notices. */
  readonly dropped: readonly string[];
}

const HEADER = /^\s{0,4}\*?(?:from|to|cc|bcc|date|sent|reply-to|von|an|datum)\*?\s?:\s?/i;
const SUBJECT = /^\s{0,4}\*?(?:subject|betreff|re|fwd?|fw|aw|wg)\*?\s?:\s?/i;
const QUOTE_START =
  /^\s{0,4}(?:-{2,}\s{0,3}(?:forwarded|original|weitergeleitete)\b|begin forwarded message|on\b.{4,120}\bwrote:|le\b.{4,120}a écrit\s?:|am\b.{4,120}schrieb\b|_{8,})/i;
const GREETING =
  /^\s{0,4}(?:hi|hello|hey|hallo|dear|good (?:day|morning|afternoon|evening)|greetings|morning|to whom)\b[^.?!]{0,60}[,.!:]?$/i;
const CLOSING =
  /^\s{0,4}(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|friendly|sincere) (?:regards|wishes|greetings|thanks)|regards|best|cheers|sincerely|yours|thanks|thank you|thx|greetings|all the best|br|mfg|respectfully|warmly|--|—|–)(?:[\s,.!:)]|$).{0,40}$/i;
const DISCLAIMER =
  /\b(?:this (?:e-?mail|message)|the information)\b.{0,80}\b(?:confidential|intended|privileged|recipient)|sent from my|unsubscribe|please consider the environment/i;

/**
 * Takes a letter apart: subject, greeting, body, signature and quoted mail. Every line ends up in exactly one part;
 * mail headers and disclaimers in `dropped`. A letter that is nothing but a quote is read as that quote.
 */
export function splitEmail(text: string): EmailParts {
  const lines = text.split(/\r?\n/);
  const quoteAt = lines.findIndex((line) => QUOTE_START.test(line));
  const own = (quoteAt < 0 ? lines : lines.slice(0, quoteAt)).filter((line) => !isQuoted(line));
  const quoted = [
    ...lines.filter(isQuoted).map((line) => line.replace(/^[\s>|]+/, '')),
    ...(quoteAt < 0 ? [] : lines.slice(quoteAt + 1)).filter((line) => !isQuoted(line)),
  ];
  const email = readOwn(own, quoted);
  if (hasWords(email.body) || !hasWords(quoted)) return email;
  const inner = readOwn(quoted, []);
  return inner.subject === '' ? { ...inner, subject: email.subject } : inner;
}

function readOwn(lines: readonly string[], quoted: readonly string[]): EmailParts {
  const isDropped = (line: string): boolean => HEADER.test(line) || DISCLAIMER.test(line);
  const kept = lines.filter((line) => !isDropped(line));
  const subjectAt = kept.findIndex((line) => SUBJECT.test(line));
  const subject = subjectAt >= 0 && subjectAt < 6 ? cleanSubject(kept[subjectAt] ?? '') : '';
  const rest = kept.filter((_, index) => index !== subjectAt || subject === '');
  const greetingAt = rest.findIndex((line) => GREETING.test(line.trimEnd()));
  const greeting = greetingAt >= 0 && greetingAt < 6 ? (rest[greetingAt] ?? '') : '';
  const withoutGreeting = rest.filter((_, index) => index !== greetingAt || greeting === '');
  const end = signatureStart(withoutGreeting);
  return {
    subject,
    greeting,
    body: withoutGreeting.slice(0, end),
    signature: withoutGreeting.slice(end),
    quoted,
    dropped: lines.filter(isDropped),
  };
}

/** The signature begins at a closing line in the last ten lines of the letter. */
function signatureStart(lines: readonly string[]): number {
  const filled = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.trim() !== '');
  const tail = filled.slice(-10);
  const closing = tail.find(({ line }, at) => CLOSING.test(line) && (at > 0 || filled.length > 10));
  return closing?.index ?? lines.length;
}

function cleanSubject(line: string): string {
  let subject = line;
  while (SUBJECT.test(subject)) subject = subject.replace(SUBJECT, '');
  return subject.trim();
}

function isQuoted(line: string): boolean {
  return /^\s{0,4}[>|]/.test(line);
}

function hasWords(lines: readonly string[]): boolean {
  return (
    lines
      .join(' ')
      .split(/\s+/)
      .filter((word) => /[a-z]{2}/i.test(word)).length > 4
  );
}
