import type { AckFn, RespondArguments, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../../answer/answer';
import { guideMessage } from './help';
import { listMessage } from './topic-list';
import type { MessageContent } from '../../blocks/message';
import { replyMessage } from '../../blocks/reply-message';
import { leadingProgram } from '../../../router/leading-program';
import type { Bot } from '../../bot';
import { describeError } from '../../delivery/describe-error';
import { answered, guard, type Handled } from '../../run-listener';
import { COMMAND } from '../../names';
import { readCommand, type UsedCommand } from '../../payloads/command';
import { readAsking, replyOptions } from '../../reply-options';
import { sayFirst, type Way } from '../../delivery/deliver';
import { plainly, privateWays, type Words } from '../../delivery/channels';

interface CommandArguments {
  readonly command: Parameters<typeof readCommand>[0];
  readonly ack: AckFn<string | RespondArguments>;
  readonly respond: RespondFn | undefined;
  readonly client: WebClient;
}

/** The command with a question: a private answer within the acknowledgement itself, so that no second call can fail. */
export function answerCommand(bot: Bot, args: CommandArguments): Promise<void> {
  const command = readCommand(args.command);
  return guard(bot, {
    kind: 'command',
    sorry: () => waysTo(args, command).map(plainly),
    async work() {
      const { content, done } = contentOf(bot, command);
      try {
        const { text, blocks } = content;
        await args.ack({ response_type: 'ephemeral', text, blocks });
        return done;
      } catch (error) {
        bot.log.warn({ surface: 'command', error: describeError(error) }, 'could not acknowledge');
        const [, ...others] = waysTo(args, command);
        return { ...done, place: await sayFirst(others, content) };
      }
    },
  });
}

function waysTo({ ack, respond, client }: CommandArguments, command: UsedCommand): Way<Words>[] {
  const { user, channel } = command;
  const inAck: Way<Words> = {
    name: 'ack',
    say: (words) => ack({ response_type: 'ephemeral', ...words }),
  };
  return [inAck, ...privateWays({ client, user, channel, respond })];
}

function contentOf(
  bot: Bot,
  { text, user }: UsedCommand,
): { content: MessageContent; done: Handled } {
  const { book, router } = bot.rules();
  if (text === '' || /^help\W*$/i.test(text)) {
    return { content: guideMessage(book, COMMAND), done: { outcome: 'guide' } };
  }
  if (/^list\W*$/i.test(text)) return { content: listMessage(book), done: { outcome: 'list' } };
  const program = leadingProgram(text, book.programs);
  const { asked, sender } = readAsking(user, text);
  const options = replyOptions(bot, { canShare: true, asked });
  const routed = router.route(text, { surface: 'slash', program });
  const answer = makeAnswer(routed, book, sender);
  return { content: replyMessage(answer, options), done: answered(answer, book) };
}
