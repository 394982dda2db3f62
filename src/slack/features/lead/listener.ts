import type { MessageShortcut, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Answer, makeAnswer } from '../../../answer/answer';
import { greetingName } from '../../../answer/greeting-name';
import { leadModal } from './blocks';
import type { MessageContent } from '../../blocks/message';
import { readingRemarks } from '../../blocks/reading-remarks';
import { replyMessage } from '../../blocks/reply-message';
import type { Bot } from '../../bot';
import { describeError } from '../../delivery/describe-error';
import { answeredOutcome, runListener, type RequestOutcome, outcomeOf } from '../../run-listener';
import { readReceivedEmail } from '../../payloads/received-email';
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
    async run() {
      const { view, instead, done } = replyTo(bot, shortcut.message);
      try {
        await client.views.open({ trigger_id: trigger, view });
        return done;
      } catch (error) {
        const why = describeError(error);
        bot.log.warn({ surface: 'shortcut', error: why }, 'could not open a modal');
        const place = await deliver(privateChannels(recipient), instead());
        return { ...done, place };
      }
    },
  });
}

const EMPTY =
  'This message holds no text that I can read. Paste the mail as a message, and use it there.';

interface Reply {
  readonly view: ModalView;
  /** The same as a message, where no modal opens: its ticket lives for 3 s only. */
  readonly instead: () => MessageContent;
  readonly done: RequestOutcome;
}

function replyTo(bot: Bot, message: unknown): Reply {
  const { book, router } = bot.rules();
  const received = readReceivedEmail(message);
  const { text, sender } = received;
  const routed = router.route(text, { surface: 'shortcut' });
  const name = greetingName(sender);
  const answer = makeAnswer(routed, book, name);
  const shown: Answer = text === '' ? { ...answer, headline: [EMPTY], notes: [] } : answer;
  const view = leadModal({
    answer: shown,
    book,
    channels: bot.channels(),
    name,
    remarks: readingRemarks(received),
    sign: bot.sign,
  });
  return {
    view,
    instead: () => replyMessage(shown, replyOptions(bot, { canShare: false, asked: null })),
    done: text === '' ? outcomeOf(routed) : answeredOutcome(answer, book),
  };
}
