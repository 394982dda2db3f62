import type { KnownBlock } from '@slack/types';
import { aboutParts } from '../about-line';
import type { Answer } from '../answer';
import { type Line, plainLine } from '../inline';
import { context, isBlock, preformatted, section } from './block-builders';
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
    section(`*${line(answer.headline)}*`),
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
export function fallbackText(answer: Answer): string {
  const contacts = answer.contacts.map(({ value }) => value).join(', ');
  const headline = plainLine(answer.headline);
  const text =
    answer.routed.outcome === 'answer' && contacts !== ''
      ? `${headline} Contact: ${contacts}.`
      : headline;
  return escapeText(text);
}

function numbered(lines: readonly string[]): string[] {
  return lines.length === 1 ? [...lines] : lines.map((line, at) => `${at + 1}. ${line}`);
}

function bulleted(lines: readonly string[]): string[] {
  return lines.length === 1 ? [...lines] : lines.map((line) => `• ${line}`);
}

/** Contacts and pages, a line each. */
function placesBlock({ contacts, links }: Answer, channels: ChannelIds): KnownBlock | undefined {
  const rows = [
    contacts.length === 0
      ? []
      : [`*Contact*  ${contacts.map((one) => mrkdwnLink(one, channels)).join('  ·  ')}`],
    links.length === 0
      ? []
      : [`*Read*  ${links.map((one) => mrkdwnLink(one, channels)).join('  ·  ')}`],
  ].flat();
  return rows.length === 0 ? undefined : section(rows.join('\n'));
}

function pasteBlock({ paste }: Answer): KnownBlock | undefined {
  if (paste === null) return undefined;
  return preformatted(`${plainLine(paste.for)}, to paste`, plainLine(paste.text).trimEnd());
}
