import type { Answer, Contact } from './answer';
import { type Line, plainLine } from './inline';
import { aboutLine } from './about-line';

/** How a plain text is decorated: on a terminal with bold and wrapping, elsewhere not at all. */
export interface TextStyle {
  bold(text: string): string;
  faint(text: string): string;
  /** Breaks a line; further lines begin with `indent`. */
  wrap(text: string, indent: string): string;
}

export const PLAIN: TextStyle = {
  bold: (text) => text,
  faint: (text) => text,
  wrap: (text) => text,
};

/** The reply as a person reads it without Slack; addresses are written out whole. */
export function plainText(answer: Answer, style: TextStyle = PLAIN): string {
  const list = (title: string, lines: readonly Line[]): string =>
    section(
      title,
      lines.map((line) => `  • ${style.wrap(plainLine(line), '    ')}`),
      style,
    );
  const parts = [
    style.bold(style.wrap(plainLine(answer.headline), '')),
    ...choiceParts(answer, style),
    list('Do', answer.steps),
    list('Do not', answer.doNot),
    answer.notes.map((line) => style.wrap(plainLine(line), '')).join('\n'),
    list(
      'By program',
      answer.byProgram.map(({ program, note }) => [`${program.name}: `, ...note]),
    ),
    section(
      'Contact',
      answer.contacts.map((contact) => `  ${contactText(contact)}`),
      style,
    ),
    section(
      'Read',
      answer.links.flatMap(({ title, url }) => [`  ${title}`, `    ${url}`]),
      style,
    ),
    pastePart(answer, style),
    replyPart(answer, style),
    style.faint(style.wrap(aboutLine(answer), '')),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function section(title: string, lines: readonly string[], style: TextStyle): string {
  return lines.length === 0 ? '' : [style.bold(title), ...lines].join('\n');
}

/** Where there are no buttons, each choice comes with its answer in one sentence. */
function choiceParts(answer: Answer, style: TextStyle): string[] {
  if (answer.routed.outcome !== 'clarify') return [];
  return answer.choices.map(({ title, headline }) => {
    const text = style.wrap(plainLine(headline), '    ');
    return `  ${style.bold(plainLine(title))}\n    ${text}`;
  });
}

/** A contact with what it is, and its address where it has one. */
function contactText(contact: Contact): string {
  if (contact.kind === 'portal' && contact.url !== null) return `${contact.value}: ${contact.url}`;
  return contact.kind === 'salesforce' ? `${contact.value} (in Salesforce)` : contact.value;
}

function replyPart({ reply }: Answer, style: TextStyle): string {
  if (reply === null) return '';
  const lines = `${reply.subject}\n\n${reply.body}`.split('\n');
  return section(
    'Reply to the lead, to copy',
    lines.map((line) => (line === '' ? '' : `  ${style.wrap(line, '  ')}`)),
    style,
  );
}

function pastePart({ paste }: Answer, style: TextStyle): string {
  if (paste === null) return '';
  const lines = plainLine(paste.text).trimEnd().split('\n');
  const title = `${plainLine(paste.for)}, to paste`;
  return section(
    title,
    lines.map((line) => `  ${style.wrap(line, '  ')}`),
    style,
  );
}
