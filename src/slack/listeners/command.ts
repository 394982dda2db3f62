import type { AckFn, RespondArguments, SlashCommand } from '@slack/bolt';
import { makeAnswer } from '../../replies/answer';
import { guideMessage } from '../../replies/slack/guide';
import { replyMessage } from '../../replies/slack/reply-message';
import { stripSlackMarkup } from '../../routing/clean/slack-markup';
import type { Bot } from '../bot';
import { guard, handled } from '../guard';

interface CommandArguments {
  readonly command: Pick<SlashCommand, 'text' | 'command' | 'user_id'>;
  readonly ack: AckFn<string | RespondArguments>;
}

/** `/program-route QUESTION`: a private answer within the acknowledgement itself, so that no second call can fail. */
export function answerCommand(bot: Bot, { command, ack }: CommandArguments): Promise<void> {
  const { book, router } = bot.rules();
  const text = command.text.trim();
  return guard(bot, {
    kind: 'command',
    sorry: (sentence) => ack({ response_type: 'ephemeral', text: sentence }),
    async work() {
      if (text === '' || /^help\W*$/i.test(text)) {
        await ack({ response_type: 'ephemeral', ...guideMessage(book, command.command) });
        return { outcome: 'guide' };
      }
      const routed = router.route(text, { surface: 'slash' });
      const message = replyMessage(makeAnswer(routed, book), {
        version: book.version,
        channels: bot.channels(),
        isPrivate: true,
        asked: { user: command.user_id, text: stripSlackMarkup(text).trim() },
      });
      await ack({ response_type: 'ephemeral', ...message });
      return handled(routed);
    },
  });
}
