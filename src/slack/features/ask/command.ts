import type { AckFn, RespondArguments, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../../answer/answer';
import { type BuiltIn, builtInOf } from './built-in';
import { builtInMessage } from './built-in-message';
import { replyMessage } from '../../blocks/reply-message';
import type { Routed } from '../../../router/types';
import { leadingProgram } from '../../../router/leading-program';
import { answerQuestion, type RenderedAnswer } from '../../answer-question';
import type { Bot } from '../../bot';
import { answeredOutcome, runListener } from '../../run-listener';
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
  const channels = (): DeliveryChannel<OutgoingMessage>[] => channelsFor(args, command);
  return runListener(bot, {
    kind: 'command',
    apologyChannels: () => channels().map(textOnly),
    run: () =>
      answerQuestion({
        route: () => routeCommand(bot, command),
        render: (decision) => renderAnswer(bot, command, decision),
        async deliver(content) {
          const place = await deliver(channels(), content);
          return place === IN_ACK ? undefined : place;
        },
      }),
  });
}

const IN_ACK = 'ack';

function channelsFor(
  { ack, respond, client }: CommandArguments,
  { user, channel }: UsedCommand,
): DeliveryChannel<OutgoingMessage>[] {
  const inAck: DeliveryChannel<OutgoingMessage> = {
    name: IN_ACK,
    send: ({ text, blocks }) => {
      return ack({ response_type: 'ephemeral', text, ...(blocks !== undefined && { blocks }) });
    },
  };
  return [inAck, ...privateChannels({ client, user, channel, respond })];
}

/** What to answer: a route, or something that is no question about the rules. */
function routeCommand(bot: Bot, { text }: UsedCommand): Routed | BuiltIn {
  const { book, router } = bot.rules();
  const builtIn = builtInOf(text);
  if (builtIn !== null) return builtIn;
  return router.route(text, { surface: 'slash', program: leadingProgram(text, book.programs) });
}

function renderAnswer(
  bot: Bot,
  { text, user }: UsedCommand,
  decision: ReturnType<typeof routeCommand>,
): RenderedAnswer {
  const { book } = bot.rules();
  if (typeof decision === 'string') {
    const content = builtInMessage(decision, { book, channels: bot.channels() });
    return { content, done: { outcome: decision } };
  }
  const { asked, sender } = readAsking(user, text);
  const question = signQuestion(asked, bot.sign);
  const options = replyOptions(bot, { canShare: true, question });
  const answer = makeAnswer(decision, book, sender);
  return { content: replyMessage(answer, options), done: answeredOutcome(answer, book) };
}
