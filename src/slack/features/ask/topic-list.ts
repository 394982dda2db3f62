import type { RuleBook } from '../../../rule-book/types';
import { fillLine, plainLine } from '../../../answer/inline';
import { context, section } from '../../blocks/builders';
import type { MessageContent } from '../../blocks/message';
import { escapeText } from '../../blocks/mrkdwn';

/** Every route by topic: what can be asked. */
export function listMessage(book: RuleBook): MessageContent {
  const topics = book.guide.topics.map(({ id, title }) => {
    const titles = Object.values(book.routes)
      .filter(({ topic }) => topic === id)
      .map((route) =>
        plainLine(fillLine(route.title, { book, program: null, audience: 'colleague' })),
      );
    return `*${escapeText(title)}*\n${titles.map((one) => `• ${escapeText(one)}`).join('\n')}`;
  });
  const text = `What I can answer about ${book.team.name}.`;
  const programs = book.programs.map(({ id }) => `\`${id}\``).join(', ');
  const hint = `Begin with a program to ask about it alone: ${programs}.`;
  return {
    text,
    blocks: [
      section(`*${escapeText(text)}*`),
      ...topics.map(section),
      ...(programs === '' ? [] : [context(hint)]),
    ],
  };
}
