import type { WebClient } from '@slack/web-api';
import type { BlockActionRequest } from '../../block-action';
import { TIMEOUTS } from '../../timeouts';
import { resultWithin } from '../../with-timeout';
import type { AskedIn } from './payload';

/** Where a question was asked in the open; null for a private answer, the bot's own messages and a view. */
export function askedIn({ message, channel, thread }: BlockActionRequest): AskedIn | null {
  if (message === null || !channel.startsWith('C')) return null;
  return { channel, ts: thread ?? message.ts };
}

/** The link to where a question was asked; null where there is none to show, or Slack gives none in time. */
export async function linkTo(place: AskedIn | null, client: WebClient): Promise<string | null> {
  if (place === null) return null;
  const { channel, ts } = place;
  const [isPrivate, link] = await Promise.all([
    isPrivateChannel(channel, client),
    permalink(client, { channel, ts }),
  ]);
  return isPrivate ? null : link;
}

/** Where Slack does not tell, the link shows no more than the channel's id to people outside of the channel. */
async function isPrivateChannel(channel: string, client: WebClient): Promise<boolean> {
  try {
    const found = await resultWithin(client.conversations.info({ channel }), TIMEOUTS.lookup);
    return found?.channel?.is_private === true;
  } catch {
    return false;
  }
}

/** The link to a message; null where Slack gives none in time. */
export async function permalink(
  client: WebClient,
  { channel, ts }: AskedIn,
): Promise<string | null> {
  try {
    const asked = client.chat.getPermalink({ channel, message_ts: ts });
    return (await resultWithin(asked, TIMEOUTS.lookup))?.permalink ?? null;
  } catch {
    return null;
  }
}
