import { z } from 'zod';
import type { Delivered } from '../../delivery/idempotent-answer';
import type { Bot } from '../../bot';
import { channelId, timestamp, userId } from '../../payloads/ids';
import { readReceivedEmail } from '../../payloads/received-email';
import { answerInThread } from './answer-in-thread';

/**
 * A message that a person wrote to the bot. Edits, joins and so on have a subtype of their own; `file_share` is a
 * forwarded mail. Source: https://docs.slack.dev/reference/events/message
 */
const directMessage = z.object({
  channel: channelId,
  channel_type: z.literal('im'),
  ts: timestamp,
  thread_ts: timestamp.optional().catch(undefined),
  user: userId,
  subtype: z.literal('file_share').optional(),
  bot_id: z.undefined().optional(),
});

type DirectArguments = Delivered & { readonly event: unknown };

/** A question in the bot's own messages is answered there. */
export async function answerDirectMessage(
  bot: Bot,
  { event, ...delivered }: DirectArguments,
): Promise<void> {
  const { success, data } = directMessage.safeParse(event);
  if (!success) return;
  const { channel, ts, thread_ts: thread, user } = data;
  const { text } = readReceivedEmail(event);
  const isOwn = data.subtype === undefined;
  const question = {
    kind: 'direct',
    text,
    isOwn,
    channel,
    ts,
    thread: thread ?? null,
    user,
  } as const;
  await answerInThread(bot, delivered, question);
}
