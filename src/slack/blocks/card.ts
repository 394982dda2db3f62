import type { KnownBlock } from '@slack/types';
import { aboutParts } from '../../answer/about-line';
import type { Answer, Contact } from '../../answer/types';
import { type Line, plainLine } from '../../answer/inline';
import { PROBABLY } from '../../answer/plain-text';
import { context, isBlock, preformatted, section } from './builders';
import { type ChannelIds, escapeText, mrkdwnLine, mrkdwnLink } from './mrkdwn';

/**
 * The answer as blocks, the same on every surface: the answer first, then what to do and what not, whom to contact,
 * what to read, a text to paste, and a quiet last line.
 */
export function cardBlocks(answer: Answer, channels: ChannelIds): KnownBlock[] {
  const line = (one: Line): string => mrkdwnLine(one, channels);
  const list = (title: string, lines: readonly string[]): KnownBlock | undefined =>
    lines.length === 0 ? undefined : section(`*${title}*\n${lines.join('\n')}`);
  const programs = answer.byProgram.map(
    ({ program, note }) => `• *${escapeText(program.name)}:* ${line(note)}`,
  );
  const about = aboutParts(answer).map(escapeText).join('  ·  ');
  return [
    section(`*${answer.isGuess ? PROBABLY : ''}${line(answer.headline)}*`),
    list('Do', numbered(answer.steps.map(line))),
    list('Do not', bulleted(answer.doNot.map(line))),
    answer.notes.length === 0 ? undefined : section(answer.notes.map(line).join('\n')),
    list('By program', programs),
    placesBlock(answer, channels),
    pasteBlock(answer),
    about === '' ? undefined : context(about),
  ].filter(isBlock);
}

/** The notification and what a screen reader says: the answer and whom to contact. */
export function fallbackText({
  isGuess,
  route,
  headline,
  contacts,
  programContacts,
}: Answer): string {
  const text = `${isGuess ? PROBABLY : ''}${plainLine(headline)}`;
  if (route === null) return escapeText(text);
  const values = [...contacts, ...programContacts].map(({ value }) => value).join(', ');
  return escapeText(values === '' ? text : `${text} Contact: ${values}.`);
}

function numbered(lines: readonly string[]): string[] {
  return lines.length === 1 ? [...lines] : lines.map((line, at) => `${at + 1}. ${line}`);
}

function bulleted(lines: readonly string[]): string[] {
  return lines.length === 1 ? [...lines] : lines.map((line) => `• ${line}`);
}

/** Contacts, the program's own contacts, and pages: a line each. */
function placesBlock(answer: Answer, channels: ChannelIds): KnownBlock | undefined {
  const { contacts, program, programContacts, links } = answer;
  const row = (title: string, places: readonly (Contact | Answer['links'][number])[]): string[] =>
    places.length === 0
      ? []
      : [`*${escapeText(title)}*  ${places.map((one) => mrkdwnLink(one, channels)).join('  ·  ')}`];
  const rows = [
    ...row('Contact', contacts),
    ...row(program?.name ?? '', programContacts),
    ...row('Read', links),
  ];
  return rows.length === 0 ? undefined : section(rows.join('\n'));
}

function pasteBlock({ paste }: Answer): KnownBlock | undefined {
  if (paste === null) return undefined;
  return preformatted(`${plainLine(paste.for)}, to paste`, plainLine(paste.text).trimEnd());
}
