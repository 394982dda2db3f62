import { greetingName } from '../replies/greeting-name';
import type { Asked } from '../replies/slack/ask-team';
import type { ReplyOptions } from '../replies/slack/reply-message';
import { stripSlackMarkup } from '../routing/clean/slack-markup';
import { isLetter } from '../routing/utterance';
import type { Bot } from './bot';
import { senderIn } from './payloads/sender';

/** What a reply takes from the bot, for one asker. */
export function replyOptions(
  bot: Bot,
  { canShare, asked }: Pick<ReplyOptions, 'canShare' | 'asked'>,
): ReplyOptions {
  const { version } = bot.rules().book;
  return { version, channels: bot.channels(), seal: bot.seal, canShare, asked };
}

/** The name that a greeting may use, where the text is a pasted mail that gives one. */
export function senderOf(text: string): string | null {
  return isLetter(text) ? greetingName(senderIn(stripSlackMarkup(text))) : null;
}

/** Who asked, and what they typed. A pasted letter is not theirs: its text stays out of every button. */
export function askedBy(user: string, text: string): Asked {
  if (isLetter(text)) return { user, text: '' };
  return { user, text: stripSlackMarkup(text).replace(/\s+/g, ' ').trim() };
}
