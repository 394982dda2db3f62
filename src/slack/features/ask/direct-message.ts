import { z } from 'zod';
import type { Bot } from '../../bot';
import { readingRemarks } from '../../blocks/reading-remarks';
import { answerOnce } from '../../delivery/idempotent-answer';
import { deliver } from '../../delivery/deliver';
import { markAnswer } from '../../delivery/answer-marker';
import { channelId, timestamp, userId } from '../../payloads/ids';
import { answerInThread, inTheOpen } from './answer-in-thread';
import { type AskEvent, isAmongOthers } from './mention';
import { readAskedMessage } from './thread-start';

const team = z.string().max(40).optional().catch(undefined);

/**
 * A message that a person wrote to the bot. Edits, joins, and the like have subtypes of their own. With `file_share` a
 * message has files, with `thread_broadcast` it is a reply that is "also sent" outside its thread, and `me_message` is
 * what `/me` posts. Source: https://docs.slack.dev/reference/events/message
 */
const directMessage = z.object({
  channel: channelId,
  channel_type: z.literal('im'),
  ts: timestamp,
  thread_ts: timestamp.optional().catch(undefined),
  user: userId,
  user_team: team,
  source_team: team,
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
});
type DirectMessage = z.infer<typeof directMessage>;

/** A question in the bot's own messages is answered there. */
export async function answerDirectMessage(bot: Bot, request: AskEvent): Promise<void> {
  const { success, data } = directMessage.safeParse(request.event);
  if (!success) return;
  if (isAmongOthers(bot, request, data)) {
    await turnAway(bot, request, data);
    return;
  }
  const { channel, ts, thread_ts: thread = null, user } = data;
  const asked = await readAskedMessage(request.event, data, request);
  const { text, isOwn, sender } = asked;
  const remarks = readingRemarks(asked);
  await answerInThread(bot, request, {
    ...{ kind: 'direct', text, isOwn, sender, remarks },
    ...{ channel, ts, thread, user },
  });
}

/** Somebody of another organization may write to the bot through Slack Connect. */
function turnAway(bot: Bot, request: AskEvent, { channel, ts, thread_ts }: DirectMessage) {
  const place = { channel, thread: thread_ts ?? null };
  return answerOnce(bot, request, {
    message: { channel, ts, thread: place.thread },
    kind: 'direct',
    apologyChannels: () => [],
    async run() {
      const content = markAnswer({ text: FOR_COLLEAGUES, blocks: [] }, ts);
      await deliver([inTheOpen(request.client, place)], content);
      return { outcome: 'among-others' };
    },
  });
}

const FOR_COLLEAGUES = 'I only answer people in my own organization.';
