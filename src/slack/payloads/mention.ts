import { z } from 'zod';
import { channelId, timestamp, userId } from './ids';

const team = z.string().max(40).optional().catch(undefined);

/** Somebody mentions the bot. Source: https://docs.slack.dev/reference/events/app_mention */
const mentionEvent = z.object({
  channel: channelId,
  ts: timestamp,
  thread_ts: timestamp.optional().catch(undefined),
  user: userId,
  text: z.string().catch(''),
  user_team: team,
  source_team: team,
  // Other bots and edited messages are left alone.
  bot_id: z.undefined().optional(),
  edited: z.undefined().optional(),
});

export type MentionEvent = z.infer<typeof mentionEvent>;

/** Reads a mention; undefined where no person wrote it, or Slack makes no such event. */
export function readMention(event: unknown): MentionEvent | undefined {
  const { success, data } = mentionEvent.safeParse(event);
  return success ? data : undefined;
}
