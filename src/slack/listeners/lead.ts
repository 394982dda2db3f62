import type { MessageShortcut } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Answer, makeAnswer } from '../../replies/answer';
import { greetingName } from '../../replies/greeting-name';
import { leadModal } from '../../replies/slack/lead-modal';
import type { Bot } from '../bot';
import { answered, guard, type Handled, handled } from '../guard';
import { readReceivedLetter } from '../payloads/letter';

interface LeadArguments {
  readonly shortcut: Pick<MessageShortcut, 'trigger_id' | 'message'>;
  readonly ack: () => Promise<void>;
  readonly client: WebClient;
  readonly respond: (message: { response_type: 'ephemeral'; text: string }) => Promise<unknown>;
}

/** "Route this lead" on a message: a modal with what to do and a reply to the lead. */
export async function routeLead(
  bot: Bot,
  { shortcut, ack, client, respond }: LeadArguments,
): Promise<void> {
  await guard(bot, {
    kind: 'shortcut',
    sorry: (text) => respond({ response_type: 'ephemeral', text }),
    async work() {
      await ack();
      const { view, done } = viewOf(bot, shortcut.message);
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
      return done;
    },
  });
}

const EMPTY =
  'This message holds no text that I can read. Paste the mail as a message, and use it there.';
const CUT = 'Slack shows me only the beginning of this mail.';

function viewOf(bot: Bot, message: unknown): { view: ModalView; done: Handled } {
  const { book, router } = bot.rules();
  const { text, sender, isCut } = readReceivedLetter(message);
  const routed = router.route(text, { surface: 'shortcut' });
  const name = greetingName(sender);
  const answer = makeAnswer(routed, book, name);
  const shown: Answer = text === '' ? { ...answer, headline: [EMPTY], notes: [] } : answer;
  const view = leadModal({
    answer: shown,
    book,
    channels: bot.channels(),
    name,
    remarks: isCut ? [CUT] : [],
    seal: bot.seal,
  });
  return { view, done: text === '' ? handled(routed) : answered(answer, book) };
}
