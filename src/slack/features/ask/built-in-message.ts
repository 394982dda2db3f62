import type { RuleBook } from '../../../rule-book/types';
import { section } from '../../blocks/builders';
import type { ChannelIds } from '../../blocks/mrkdwn';
import type { MessageContent } from '../../blocks/message';
import { COMMAND } from '../../names';
import type { BuiltIn } from './built-in';
import { contactsMessage } from './contacts';
import { guideMessage } from './help';
import { listMessage } from './topic-list';

/** The reply to something that is no question about the rules. */
export function builtInMessage(
  builtIn: BuiltIn,
  { book, channels }: { book: RuleBook; channels: ChannelIds },
): MessageContent {
  switch (builtIn) {
    case 'help':
      return guideMessage(book, COMMAND);
    case 'list':
      return listMessage(book);
    case 'contacts':
      return contactsMessage(book, channels);
    case 'thanks':
      return thanksMessage();
  }
}

function thanksMessage(): MessageContent {
  const text = "You're welcome.";
  return { text, blocks: [section(text)] };
}
