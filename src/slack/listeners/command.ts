import type { AckFn, RespondArguments, SlashCommand } from '@slack/bolt';
import { makeAnswer } from '../../replies/answer';
import { guideMessage } from '../../replies/slack/guide';
import { listMessage } from '../../replies/slack/list';
import type { MessageContent } from '../../replies/slack/message';
import { replyMessage } from '../../replies/slack/reply-message';
import { leadingProgram } from '../../routing/leading-program';
import type { Bot } from '../bot';
import { answered, guard, type Handled } from '../guard';
import { readAsking, replyOptions } from '../reply-options';

interface CommandArguments {
  readonly command: Pick<SlashCommand, 'text' | 'command' | 'user_id'>;
  readonly ack: AckFn<string | RespondArguments>;
}

/** The command with a question: a private answer within the acknowledgement itself, so that no second call can fail. */
export function answerCommand(bot: Bot, { command, ack }: CommandArguments): Promise<void> {
  return guard(bot, {
    kind: 'command',
    sorry: (sentence) => ack({ response_type: 'ephemeral', text: sentence }),
    async work() {
      const { content, done } = contentOf(bot, command);
      await ack({ response_type: 'ephemeral', ...content });
      return done;
    },
  });
}

function contentOf(
  bot: Bot,
  command: CommandArguments['command'],
): { content: MessageContent; done: Handled } {
  const { book, router } = bot.rules();
  const text = command.text.trim();
  if (text === '' || /^help\W*$/i.test(text)) {
    return { content: guideMessage(book, command.command), done: { outcome: 'guide' } };
  }
  if (/^list\W*$/i.test(text)) return { content: listMessage(book), done: { outcome: 'list' } };
  const program = leadingProgram(text, book.programs);
  const { asked, sender } = readAsking(command.user_id, text);
  const options = replyOptions(bot, { canShare: true, asked });
  const routed = router.route(text, { surface: 'slash', program });
  const answer = makeAnswer(routed, book, sender);
  return { content: replyMessage(answer, options), done: answered(answer, book) };
}
