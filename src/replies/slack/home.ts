import type { KnownBlock } from '@slack/types';
import type { Destination, Program, RuleBook } from '../../rules/types';
import { context, header, section } from './block-builders';
import { type ChannelIds, escapeText, mrkdwnLink } from './mrkdwn';

/** The Home tab: what to ask, the programs with their mailbox and channel, and the rule book's version. */
export function homeBlocks(book: RuleBook, channels: ChannelIds): KnownBlock[] {
  const { about, examples, topics } = book.guide;
  const pages = [...new Set(Object.values(book.routes).map(({ source }) => source.page))];
  return [
    header(`Questions about ${book.team.name}`),
    section(`Ask me ${escapeText(about)}.`),
    section(`*Try one*\n${examples.map((example) => `• ${escapeText(example)}`).join('\n')}`),
    section(`*What I know*\n${topics.map(({ title }) => `• ${escapeText(title)}`).join('\n')}`),
    { type: 'divider' },
    header('The programs'),
    ...book.programs.map((program) => programBlock(program, book, channels)),
    context(`Every answer rests on ${escapeText(pages.join(', '))}. Rule book ${book.version}.`),
  ];
}

function programBlock(program: Program, book: RuleBook, channels: ChannelIds): KnownBlock {
  const ids = [program.mailbox, program.channel];
  const places = ids
    .flatMap((id): Destination[] =>
      id === null ? [] : [book.destinations[id]].flatMap((one) => one ?? []),
    )
    .map((destination) => mrkdwnLink(destination, channels));
  return section(`*${escapeText(program.name)}*\n${places.join('  ·  ')}`);
}
