import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Bot } from '../bot';
import { answerInThread } from './answer-in-thread';

/** A message that a person wrote to the bot: no subtype (edits, joins and so on have one) and no bot. */
const directMessage = z.object({
  channel: z.string(),
  channel_type: z.literal('im'),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string(),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
});

interface DirectArguments {
  readonly event: unknown;
  readonly client: WebClient;
}

/** A question in the bot's own messages is answered there. */
export async function answerDirectMessage(
  bot: Bot,
  { event, client }: DirectArguments,
): Promise<void> {
  const { success, data } = directMessage.safeParse(event);
  if (!success) return;
  const { channel, ts, thread_ts: thread, user, text } = data;
  const question = { kind: 'direct', text, channel, ts, thread: thread ?? null, user } as const;
  await answerInThread(bot, client, question);
}
