import type { KnownBlock } from '@slack/types';
import { aboutParts } from '../../answer/about-line';
import type { Answer } from '../../answer/answer';
import { type Line, plainLine } from '../../answer/inline';
import { memoizeByContent, type Said } from '../../answer/memoize-by-content';
import { context, isBlock, preformatted, section } from './builders';
import { type ChannelIds, escapeText, mrkdwnLine, mrkdwnLink } from './mrkdwn';

/**
 * The answer as blocks, the same on every surface: the answer first, then what to do and what not, whom to contact,
 * what to read, a text to paste, and a quiet last line.
 */
export function cardBlocks(answer: Answer, channels: ChannelIds): KnownBlock[] {
  const about = aboutParts(answer).map(escapeText).join('  ·  ');
  return [...keptFor(channels)(answer), ...(about === '' ? [] : [context(about)])];
}

const kept = new WeakMap<ChannelIds, (said: Said) => readonly KnownBlock[]>();

/** The blocks of what an answer says, made once for as long as the same channels are known. */
function keptFor(channels: ChannelIds): (said: Said) => readonly KnownBlock[] {
  let blocks = kept.get(channels);
  if (blocks === undefined) {
    blocks = memoizeByContent((said) => saidBlocks(said, channels));
    kept.set(channels, blocks);
  }
  return blocks;
}

function saidBlocks(said: Said, channels: ChannelIds): readonly KnownBlock[] {
  const line = (one: Line): string => mrkdwnLine(one, channels);
  const list = (title: string, lines: readonly string[]): KnownBlock | undefined =>
    lines.length === 0 ? undefined : section(`*${title}*\n${lines.join('\n')}`);
  const programs = said.byProgram.map(
    ({ program, note }) => `• *${escapeText(program.name)}:* ${line(note)}`,
  );
  return [
    section(`*${line(said.headline)}*`),
    list('Do', numbered(said.steps.map(line))),
    list('Do not', bulleted(said.doNot.map(line))),
    said.notes.length === 0 ? undefined : section(said.notes.map(line).join('\n')),
    list('By program', programs),
    placesBlock(said, channels),
    pasteBlock(said),
  ].filter(isBlock);
}

/** The notification and what a screen reader says: the answer and whom to contact. */
export function fallbackText(answer: Answer): string {
  return answer.routed.outcome === 'answer' ? withContacts(answer) : alone(answer);
}

const alone = memoizeByContent(({ headline }) => escapeText(plainLine(headline)));

const withContacts = memoizeByContent(({ headline, contacts }) => {
  const values = contacts.map(({ value }) => value).join(', ');
  const text = plainLine(headline);
  return escapeText(values === '' ? text : `${text} Contact: ${values}.`);
});

function numbered(lines: readonly string[]): string[] {
  return lines.length === 1 ? [...lines] : lines.map((line, at) => `${at + 1}. ${line}`);
}

function bulleted(lines: readonly string[]): string[] {
  return lines.length === 1 ? [...lines] : lines.map((line) => `• ${line}`);
}

/** Contacts and pages, a line each. */
function placesBlock({ contacts, links }: Said, channels: ChannelIds): KnownBlock | undefined {
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

function pasteBlock({ paste }: Said): KnownBlock | undefined {
  if (paste === null) return undefined;
  return preformatted(`${plainLine(paste.for)}, to paste`, plainLine(paste.text).trimEnd());
}
