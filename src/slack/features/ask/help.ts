import type { RuleBook } from '../../../rule-book/types';
import { context, section } from '../../blocks/builders';
import type { MessageContent } from '../../blocks/message';
import { escapeText } from '../../blocks/mrkdwn';

/** A short guide: what to ask, with examples. */
export function guideMessage(book: RuleBook, command: string): MessageContent {
  const { about, examples } = book.guide;
  const intro = `Ask me ${escapeText(about)}.`;
  const lines = examples.map((example) => `• \`${command} ${escapeText(example)}\``);
  return {
    text: intro,
    blocks: [
      section(`*${intro}*`),
      section(`For example:\n${lines.join('\n')}`),
      context(
        `\`${command} list\` shows everything that I can answer, \`${command} contacts\` each program's mailbox and channel. In a channel, mention me and I answer in the thread. On an email, use “Route this lead” in the message menu.`,
      ),
    ],
  };
}
