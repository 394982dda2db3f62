import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Destination, Program, RuleBook } from '../../../rule-book/types';
import type { Answer } from '../../../answer/types';
import { context, header, section } from '../../blocks/builders';
import { cut } from '../../blocks/cut';
import { cardBlocks } from '../../blocks/card';
import { type ChannelIds, escapeText, mrkdwnLink } from '../../blocks/mrkdwn';
import { topicBlocks } from '../ask/topic-buttons';

/** The Home tab: what to ask, the programs with their mailbox and channel, and the rule book's version. */
export function homeBlocks(book: RuleBook, channels: ChannelIds): KnownBlock[] {
  const { about, examples } = book.guide;
  return [
    header(`Questions about ${book.team.name}`),
    section(`Ask me ${escapeText(about)}.`),
    section('*Try one*'),
    { type: 'actions', elements: examples.map(exampleButton) },
    { type: 'divider' },
    header('All topics'),
    ...topicBlocks(book),
    ...programBlocks(book, channels),
    context(escapeText(originLine(book))),
  ];
}

/** Where the rules come from, which they are, and when they were last compared with the handbook. */
function originLine({ routes, version, checkedOn }: RuleBook): string {
  const pages = [...new Set(Object.values(routes).map(({ source }) => source.page))];
  const check = checkedOn === null ? '' : `, compared with the handbook on ${checkedOn}`;
  return `Answers are based on ${pages.join(', ')}. Rule book ${version}${check}.`;
}

/** Action ids of the examples. */
export const TRY = /^try-\d$/;

function exampleButton(example: string, at: number): Button {
  return {
    type: 'button',
    action_id: `try-${at}`,
    text: { type: 'plain_text', text: cut(example, 75) },
    value: example,
  };
}

/** The answer to an example. */
export function exampleModal(example: string, answer: Answer, channels: ChannelIds): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'An example' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [context(escapeText(example)), ...cardBlocks(answer, channels)],
  };
}

function programBlocks(book: RuleBook, channels: ChannelIds): KnownBlock[] {
  if (book.programs.length === 0) return [];
  return [
    { type: 'divider' },
    header('The programs'),
    ...book.programs.map((program) => programBlock(program, book, channels)),
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
