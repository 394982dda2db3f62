import { contactsOfProgram } from '../../../answer/places';
import type { RuleBook } from '../../../rule-book/types';
import { section } from '../../blocks/builders';
import type { MessageContent } from '../../blocks/message';
import { type ChannelIds, escapeText, mrkdwnLink } from '../../blocks/mrkdwn';

/** The directory: each program's mailbox and channel. */
export function contactsMessage(book: RuleBook, channels: ChannelIds): MessageContent {
  const rows = book.programs.map((program) => {
    const contacts = contactsOfProgram(program, book);
    return {
      text: `${program.name}: ${contacts.map(({ value }) => value).join(', ')}`,
      line: `*${escapeText(program.name)}*\n${contacts.map((one) => mrkdwnLink(one, channels)).join('  ·  ')}`,
    };
  });
  return {
    text: escapeText(rows.map(({ text }) => text).join('. ')),
    blocks: [section('*Contacts*'), ...rows.map(({ line }) => section(line))],
  };
}
