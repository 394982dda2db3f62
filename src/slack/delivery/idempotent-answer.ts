import type { WebClient } from '@slack/web-api';
import type { Claim } from '../../store/claims';
import type { Bot } from '../bot';
import { tryListener, type ListenerTask } from '../run-listener';
import { RetryLaterError } from '../middleware/ack-after-processing';
import { type AskedMessage, deleteLaterAnswers, findOwnAnswers } from './answer-marker';

/** How an event came, as Bolt gives it to a listener. */
export interface Delivered {
  readonly body: { readonly event_id: string };
  readonly context: { readonly retryNum?: number; readonly botId?: string };
  readonly client: WebClient;
}

/**
 * Answers a message once, whatever becomes of the copies of the bot: whoever claims it answers it. One that another copy
 * is at work on, or that nobody could answer, is left for Slack to send again.
 *
 * @throws NotYet where Slack is to send it again
 */
export function answerOnce(
  bot: Bot,
  delivered: Delivered,
  { message, ...guarded }: ListenerTask & { readonly message: AskedMessage },
): Promise<void> {
  return bot.inFlight.track(async () => {
    const claim = await claimMessage(bot, delivered, message);
    if (claim.state === 'under way') throw new RetryLaterError('Another copy is answering.');
    if (claim.state === 'answered') return;
    const { client, context } = delivered;
    const earlier = claim.again ? await findOwnAnswers(client, message, context.botId) : [];
    if (earlier.length === 0 && !(await tryListener(bot, guarded))) {
      await claim.release();
      throw new RetryLaterError('Neither the answer nor an apology could be posted.');
    }
    if (claim.alone) await deleteLaterAnswers(client, message, context.botId);
    await claim.answered();
  });
}

/** The same message may come under another event id, so it is claimed under both. */
function claimMessage(
  bot: Bot,
  { body, context }: Delivered,
  { channel, ts }: AskedMessage,
): Promise<Claim> {
  return bot.store.claim({
    ids: [
      ['event', body.event_id],
      ['message', channel, ts],
    ],
    isRetry: (context.retryNum ?? 0) > 0,
  });
}
