import type { WebClient } from '@slack/web-api';
import { type ReceivedEmail, readReceivedEmail } from '../../payloads/received-email';
import { isEmptyQuestion } from './answer-in-thread';
import { isPointing } from './pointing';

interface Place {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}

interface Reader {
  readonly client: WebClient;
  readonly context: { readonly botId?: string };
}

/**
 * What a message in a thread asks about: itself, or, where it says nothing or only points, the message that the thread
 * begins with.
 */
export async function readAskedMessage(
  event: unknown,
  place: Place,
  reader: Reader,
): Promise<ReceivedEmail> {
  const own = readReceivedEmail(event);
  const isReply = place.thread_ts !== undefined && place.thread_ts !== place.ts;
  const pointsAway = own.isOwn && (isEmptyQuestion(own.text) || isPointing(own.text));
  if (!isReply || !pointsAway) return own;
  const start = await threadStart(place, reader);
  return start === undefined ? own : { ...start, isOwn: false };
}

/**
 * The message that a thread begins with. Undefined without the scope to read the channel, where it holds nothing, and
 * where the bot wrote it.
 */
async function threadStart(
  { channel, ts, thread_ts }: Place,
  { client, context }: Reader,
): Promise<ReceivedEmail | undefined> {
  try {
    const { messages } = await client.conversations.replies({
      channel,
      ts: thread_ts ?? ts,
      limit: 1,
    });
    const first = messages?.[0];
    if (first?.bot_id !== undefined && first.bot_id === context.botId) return undefined;
    const start = readReceivedEmail(first);
    return start.text === '' && start.unread.length === 0 ? undefined : start;
  } catch {
    return undefined;
  }
}
