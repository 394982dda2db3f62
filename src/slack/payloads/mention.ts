import { z } from 'zod';
import { channelId, timestamp, userId } from './ids';

const team = z.string().max(40).optional().catch(undefined);

/** Somebody mentions the bot. Source: https://docs.slack.dev/reference/events/app_mention */
const mentionEvent = z.object({
  channel: channelId,
  ts: timestamp,
  thread_ts: timestamp.optional().catch(undefined),
  user: userId,
  user_team: team,
  source_team: team,
  // Other bots are left alone. An edit may add the mention; one of an answered message is claimed already.
  bot_id: z.undefined().optional(),
});

export type MentionEvent = z.infer<typeof mentionEvent>;

/** Reads a mention; undefined where no person wrote it, or where Slack does not make such a payload. */
export function readMention(event: unknown): MentionEvent | undefined {
  const { success, data } = mentionEvent.safeParse(event);
  return success ? data : undefined;
}
