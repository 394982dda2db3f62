import type { Answer, Contact } from './answer';
import { type Line, plainLine } from './inline';
import { aboutLine } from './about-line';
import { memoizeByContent, type Said } from './memoize-by-content';

/** How plain text is decorated: bold and wrapped on a terminal, undecorated elsewhere. */
export interface TextStyle {
  bold(text: string): string;
  faint(text: string): string;
  /** Wraps a line. Continuation lines begin with `indent`. */
  wrap(text: string, indent: string): string;
}

export const PLAIN: TextStyle = {
  bold: (text) => text,
  faint: (text) => text,
  wrap: (text) => text,
};

/** The reply as plain text, with full URLs. */
export function plainText(answer: Answer, style: TextStyle = PLAIN): string {
  const { headline, rest } = style === PLAIN ? keptParts(answer) : saidParts(answer, style);
  const about = style.faint(style.wrap(aboutLine(answer), ''));
  return [headline, ...choiceParts(answer, style), rest, about]
    .filter((part) => part !== '')
    .join('\n\n');
}

const keptParts = memoizeByContent((said) => saidParts(said, PLAIN));

/** The content of an answer in two parts: the first line, and the text after the choices. */
function saidParts(said: Said, style: TextStyle): { headline: string; rest: string } {
  const list = (title: string, lines: readonly Line[]): string =>
    section(
      title,
      lines.map((line) => `  • ${style.wrap(plainLine(line), '    ')}`),
      style,
    );
  const parts = [
    list('Do', said.steps),
    list('Do not', said.doNot),
    said.notes.map((line) => style.wrap(plainLine(line), '')).join('\n'),
    list(
      'By program',
      said.byProgram.map(({ program, note }) => [`${program.name}: `, ...note]),
    ),
    section(
      'Contact',
      said.contacts.map((contact) => `  ${contactText(contact)}`),
      style,
    ),
    section(
      'Read',
      said.links.flatMap(({ title, url }) => [`  ${title}`, `    ${url}`]),
      style,
    ),
    pastePart(said, style),
    replyPart(said, style),
  ];
  return {
    headline: style.bold(style.wrap(plainLine(said.headline), '')),
    rest: parts.filter((part) => part !== '').join('\n\n'),
  };
}

function section(title: string, lines: readonly string[], style: TextStyle): string {
  return lines.length === 0 ? '' : [style.bold(title), ...lines].join('\n');
}

/** Plain text has no buttons, so each choice shows its answer in one sentence. */
function choiceParts(answer: Answer, style: TextStyle): string[] {
  if (answer.routed.outcome !== 'clarify') return [];
  return answer.choices.map(({ title, headline }) => {
    const text = style.wrap(plainLine(headline), '    ');
    return `  ${style.bold(plainLine(title))}\n    ${text}`;
  });
}

/** A contact with its kind, and its address if it has one. */
function contactText(contact: Contact): string {
  if (contact.kind === 'portal' && contact.url !== null) return `${contact.value}: ${contact.url}`;
  return contact.kind === 'salesforce' ? `${contact.value} (in Salesforce)` : contact.value;
}

function replyPart({ reply }: Said, style: TextStyle): string {
  if (reply === null) return '';
  const lines = `${reply.subject}\n\n${reply.body}`.split('\n');
  return section(
    'Reply to the lead, to copy',
    lines.map((line) => (line === '' ? '' : `  ${style.wrap(line, '  ')}`)),
    style,
  );
}

function pastePart({ paste }: Said, style: TextStyle): string {
  if (paste === null) return '';
  const lines = plainLine(paste.text).trimEnd().split('\n');
  const title = `${plainLine(paste.for)}, to paste`;
  return section(
    title,
    lines.map((line) => `  ${style.wrap(line, '  ')}`),
    style,
  );
}
