import { aboutLine } from './about-line';
import type { Answer, Contact } from './types';
import { type Line, plainLine } from './inline';

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

/** What marks a guess, before its first line. */
export const PROBABLY = 'Probably: ';

/** The reply as plain text, with full URLs. */
export function plainText(answer: Answer, style: TextStyle = PLAIN): string {
  const isBareQuestion = answer.routed.outcome === 'clarify' && !answer.isGuess;
  const choices = choicesPart(answer, style);
  const parts = [
    headlinePart(answer, style),
    isBareQuestion ? choices : '',
    ...bodyParts(answer, style),
    answer.isGuess ? choices : '',
    style.faint(style.wrap(aboutLine(answer), '')),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function headlinePart({ isGuess, headline }: Answer, style: TextStyle): string {
  return style.bold(style.wrap(`${isGuess ? PROBABLY : ''}${plainLine(headline)}`, ''));
}

function bodyParts(answer: Answer, style: TextStyle): string[] {
  const list = (title: string, lines: readonly Line[]): string =>
    section(
      title,
      lines.map((line) => `  • ${style.wrap(plainLine(line), '    ')}`),
      style,
    );
  return [
    list('Do', answer.steps),
    list('Do not', answer.doNot),
    answer.notes.map((line) => style.wrap(plainLine(line), '')).join('\n'),
    list(
      'By program',
      answer.byProgram.map(({ program, note }) => [`${program.name}: `, ...note]),
    ),
    contactsPart('Contact', answer.contacts, style),
    contactsPart(answer.program?.name ?? '', answer.programContacts, style),
    section(
      'Read',
      answer.links.flatMap(({ title, url }) => [`  ${title}`, `    ${url}`]),
      style,
    ),
    pastePart(answer, style),
    replyPart(answer, style),
  ];
}

function section(title: string, lines: readonly string[], style: TextStyle): string {
  return lines.length === 0 ? '' : [style.bold(title), ...lines].join('\n');
}

/** Without buttons, each other reading comes with its answer in one sentence. */
function choicesPart({ isGuess, routed, choices }: Answer, style: TextStyle): string {
  if (routed.outcome !== 'clarify') return '';
  const lines = choices.map(({ title, headline }) => {
    const text = style.wrap(plainLine(headline), '    ');
    return `  ${style.bold(plainLine(title))}\n    ${text}`;
  });
  return isGuess ? section('Did you mean', lines, style) : lines.join('\n\n');
}

function contactsPart(title: string, contacts: readonly Contact[], style: TextStyle): string {
  return section(
    title,
    contacts.map((contact) => `  ${contactText(contact)}`),
    style,
  );
}

/** A contact with its kind, and its address if it has one. */
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
