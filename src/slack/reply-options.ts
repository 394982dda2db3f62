import { greetingName } from '../answer/greeting-name';
import type { ReplyOptions } from './blocks/reply-message';
import { onOneLine } from '../router/text/sentences';
import { normalizeText } from '../router/text/normalize-text';
import { stripSlackMarkup } from '../router/text/slack-markup';
import { isEmail } from '../router/utterance';
import type { Bot } from './bot';
import { emailSenderIn } from './payloads/email-sender';
import type { AskedQuestion } from './payloads/signed-question';

/** What a reply takes from the bot, for one asker. */
export function replyOptions(
  bot: Bot,
  { canShare, question }: Pick<ReplyOptions, 'canShare' | 'question'>,
): ReplyOptions {
  const { version } = bot.rules().book;
  return { version, channels: bot.channels(), canShare, question };
}

/** What a typed or pasted text tells of its asker and its sender. */
interface Asking {
  /** Who asked, and what they typed. A pasted email is not theirs: its text stays out of every button. */
  readonly asked: AskedQuestion;
  /** The name that a greeting may use, where the text is a pasted mail that gives one. */
  readonly sender: string | null;
}

/** Reads a text once for all that the reply needs beside its route. */
export function readAsking(user: string, text: string): Asking {
  const plain = stripSlackMarkup(normalizeText(text));
  if (isEmail(text))
    return { asked: { user, text: '' }, sender: greetingName(emailSenderIn(text)) };
  return { asked: { user, text: onOneLine(plain) }, sender: null };
}
