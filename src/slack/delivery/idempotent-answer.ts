import type { WebClient } from '@slack/web-api';
import type { Claim } from '../../store/claims';
import type { Bot } from '../bot';
import type { ListenerTask } from '../listener-task';
import { RetryLaterError } from '../request-errors';
import { runListener } from '../run-listener';
import { type AskedMessage, deleteLaterAnswers, findOwnAnswers } from './answer-marker';

/** How an event came, as Bolt gives it to a listener. */
export interface Delivered {
  readonly body: { readonly event_id: string };
  readonly context: { readonly retryNum?: number; readonly botId?: string };
  readonly client: WebClient;
}

/**
 * Answers a message once, whatever becomes of the copies of the bot: the copy that claims it answers it. Slack sends it
 * again where another copy works on it, or where nobody could be told anything.
 *
 * @throws RetryLaterError where another copy works on it
 * @throws ListenerError where the answer fails
 */
export async function answerOnce(
  bot: Bot,
  delivered: Delivered,
  { message, ...task }: ListenerTask & { readonly message: AskedMessage },
): Promise<void> {
  const claim = await claimMessage(bot, delivered, message);
  if (claim.state === 'under way') throw new RetryLaterError('Another copy is answering.');
  if (claim.state === 'answered') return;
  const { client, context } = delivered;
  const finish = async (): Promise<void> => {
    if (claim.withoutStore) await deleteLaterAnswers(client, message, context.botId);
    await claim.answered();
  };
  const settle = (wasTold: boolean): Promise<void> => (wasTold ? finish() : claim.release());
  const earlier = claim.mayBeAnswered ? await findOwnAnswers(client, message, context.botId) : [];
  if (earlier.length === 0) await runListener(bot, { ...task, settle });
  await finish();
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
