import type { RuleBook } from '../../../rule-book/types';
import { context, section } from '../../blocks/builders';
import type { MessageContent } from '../../blocks/message';
import { escapeText } from '../../blocks/mrkdwn';
import { topicBlocks } from './topic-buttons';

/** Every route by topic, each a button that shows its answer. */
export function listMessage(book: RuleBook): MessageContent {
  const text = `What I can answer about ${book.team.name}`;
  const programs = book.programs.map(({ id }) => `\`${id}\``).join(', ');
  const hint = `To ask about one program, start with its name: ${programs}.`;
  return {
    text,
    blocks: [
      section(`*${escapeText(text)}*`),
      ...topicBlocks(book),
      ...(programs === '' ? [] : [context(hint)]),
    ],
  };
}
