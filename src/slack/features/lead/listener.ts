import type { MessageShortcut, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../../answer/answer';
import type { Answer } from '../../../answer/types';
import { greetingName } from '../../../answer/greeting-name';
import { leadModal } from './blocks';
import type { MessageContent } from '../../blocks/message';
import { readingRemarks } from '../../blocks/reading-remarks';
import { replyMessage } from '../../blocks/reply-message';
import type { Routed } from '../../../router/types';
import { answerQuestion, type RenderedAnswer } from '../../answer-question';
import type { Bot } from '../../bot';
import { describeError } from '../../delivery/describe-error';
import { answeredOutcome, runListener, outcomeOf } from '../../run-listener';
import { type ReceivedEmail, readReceivedEmail } from '../../payloads/received-email';
import { readShortcut } from '../../payloads/shortcut';
import { replyOptions } from '../../reply-options';
import { deliver } from '../../delivery/deliver';
import { privateChannels } from '../../delivery/channels';
import { acknowledge, apologyChannelsFor } from '../../block-action';

interface LeadArguments {
  readonly shortcut: Pick<MessageShortcut, 'message'>;
  readonly ack: () => Promise<void>;
  readonly client: WebClient;
  readonly respond: RespondFn;
}

/** "Route this lead" on a message: a modal with what to do and a reply to the lead. */
export async function routeLead(
  bot: Bot,
  { shortcut, ack, client, respond }: LeadArguments,
): Promise<void> {
  await acknowledge(bot, ack);
  const { user, channel, trigger } = readShortcut(shortcut);
  const recipient = { client, user, channel, respond };
  await runListener(bot, {
    kind: 'shortcut',
    apologyChannels: () => apologyChannelsFor(recipient),
    run: () =>
      answerQuestion({
        route: () => routeEmail(bot, shortcut.message),
        render: (routed) => renderLead(bot, routed),
        async deliver({ view, instead }) {
          try {
            await client.views.open({ trigger_id: trigger, view });
            return undefined;
          } catch (error) {
            const why = describeError(error);
            bot.log.warn({ surface: 'shortcut', error: why }, 'could not open a modal');
            return deliver(privateChannels(recipient), instead());
          }
        },
      }),
  });
}

const EMPTY =
  "I can't find text to read in this message. Paste the email as a message, and use the shortcut there.";

interface LeadContent {
  readonly view: ModalView;
  /** The same as a message, where no modal opens: its trigger lives for 3 s only. */
  readonly instead: () => MessageContent;
}

interface RoutedEmail {
  readonly email: ReceivedEmail;
  readonly routed: Routed;
}

function routeEmail(bot: Bot, message: unknown): RoutedEmail {
  const email = readReceivedEmail(message);
  return { email, routed: bot.rules().router.route(email.text, { surface: 'shortcut' }) };
}

function renderLead(bot: Bot, { email, routed }: RoutedEmail): RenderedAnswer<LeadContent> {
  const { book } = bot.rules();
  const name = greetingName(email.sender);
  const answer = makeAnswer(routed, book, name);
  const isEmpty = email.text === '';
  const shown: Answer = isEmpty ? { ...answer, headline: [EMPTY], notes: [] } : answer;
  const remarks = readingRemarks(email);
  const view = leadModal({ answer: shown, book, channels: bot.channels(), name, remarks });
  const instead = (): MessageContent =>
    replyMessage(shown, replyOptions(bot, { canShare: false, question: null }));
  const done = isEmpty ? outcomeOf(routed) : answeredOutcome(answer, book);
  return { content: { view, instead }, done };
}
