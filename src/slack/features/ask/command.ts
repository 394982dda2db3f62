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
import { answeredOutcome, runListener, type RequestOutcome } from '../../run-listener';
import { COMMAND } from '../../names';
import { readCommand, type UsedCommand } from '../../payloads/command';
import { signQuestion } from '../../payloads/signed-question';
import { readAsking, replyOptions } from '../../reply-options';
import { deliver, type DeliveryChannel } from '../../delivery/deliver';
import { textOnly, privateChannels, type OutgoingMessage } from '../../delivery/channels';

interface CommandArguments {
  readonly command: Parameters<typeof readCommand>[0];
  readonly ack: AckFn<string | RespondArguments>;
  readonly respond: RespondFn | undefined;
  readonly client: WebClient;
}

/** The command with a question: a private answer within the acknowledgement itself, so that no second call can fail. */
export function answerCommand(bot: Bot, args: CommandArguments): Promise<void> {
  const command = readCommand(args.command);
  return runListener(bot, {
    kind: 'command',
    apologyChannels: () => waysTo(args, command).map(textOnly),
    async run() {
      const { content, done } = contentOf(bot, command);
      try {
        const { text, blocks } = content;
        await args.ack({ response_type: 'ephemeral', text, blocks });
        return done;
      } catch (error) {
        bot.log.warn({ surface: 'command', error: describeError(error) }, 'could not acknowledge');
        const [, ...others] = waysTo(args, command);
        return { ...done, place: await deliver(others, content) };
      }
    },
  });
}

function waysTo(
  { ack, respond, client }: CommandArguments,
  command: UsedCommand,
): DeliveryChannel<OutgoingMessage>[] {
  const { user, channel } = command;
  const inAck: DeliveryChannel<OutgoingMessage> = {
    name: 'ack',
    send: (words) => ack({ response_type: 'ephemeral', ...words }),
  };
  return [inAck, ...privateChannels({ client, user, channel, respond })];
}

function contentOf(
  bot: Bot,
  { text, user }: UsedCommand,
): { content: MessageContent; done: RequestOutcome } {
  const { book, router } = bot.rules();
  if (text === '' || /^help\W*$/i.test(text)) {
    return { content: guideMessage(book, COMMAND), done: { outcome: 'guide' } };
  }
  if (/^list\W*$/i.test(text)) return { content: listMessage(book), done: { outcome: 'list' } };
  const program = leadingProgram(text, book.programs);
  const { asked, sender } = readAsking(user, text);
  const question = signQuestion(asked, bot.sign);
  const options = replyOptions(bot, { canShare: true, question });
  const routed = router.route(text, { surface: 'slash', program });
  const answer = makeAnswer(routed, book, sender);
  return { content: replyMessage(answer, options), done: answeredOutcome(answer, book) };
}
