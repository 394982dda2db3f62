import type { ActionsBlock, KnownBlock } from '@slack/types';
import { fillLine, plainLine } from '../../../answer/inline';
import type { RuleBook } from '../../../rule-book/types';
import { section } from '../../blocks/builders';
import { cut } from '../../blocks/cut';
import { escapeText } from '../../blocks/mrkdwn';
import { encodeChoice } from '../clarify/payload';

/** Action ids of the buttons that show a route's answer. */
export const SHOW_ROUTE = /^show-route-\d+$/;

/** Each topic with a button for each of its routes. */
export function topicBlocks(book: RuleBook): KnownBlock[] {
  return book.guide.topics.flatMap(({ id, title }) => {
    const buttons = routeButtons(book, id);
    return buttons.elements.length === 0 ? [] : [section(`*${escapeText(title)}*`), buttons];
  });
}

function routeButtons(book: RuleBook, topic: string): ActionsBlock {
  const routes = Object.values(book.routes).filter((route) => route.topic === topic);
  return {
    type: 'actions',
    elements: routes.map(({ id, title }, at) => {
      const line = fillLine(title, { book, program: null, audience: 'colleague' });
      return {
        type: 'button',
        action_id: `show-route-${at}`,
        text: { type: 'plain_text', text: cut(plainLine(line), 75) },
        value: encodeChoice({ version: book.version, route: id, program: null }),
      };
    }),
  };
}
