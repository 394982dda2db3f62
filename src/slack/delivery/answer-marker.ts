import type { WebClient } from '@slack/web-api';
import type { MessageContent } from '../blocks/message';
import { section } from '../blocks/builders';

/** A message that asked something, and where its answer goes. */
export interface AskedMessage {
  readonly channel: string;
  readonly ts: string;
  /** The thread to answer in; null: in the channel itself. */
  readonly thread: string | null;
}

/** Messages that are looked through: the answer is among the first ones after the question. */
const LOOKED_AT = 200;

/** The block id of the first block in the answer to a message. */
function markFor(ts: string): string {
  return `answers-${ts}`;
}

/** The content, marked as the answer to a message. */
export function markAnswer({ text, blocks }: MessageContent, ts: string): MessageContent {
  const [first = section(text), ...rest] = blocks;
  return { text, blocks: [{ ...first, block_id: markFor(ts) }, ...rest] };
}

/**
 * Timestamps of our answers to a message, the first one first; none where the bot may not read there.
 *
 * @param botId of this bot: others may write what they like into their blocks
 */
export async function findOwnAnswers(
  client: WebClient,
  { channel, ts, thread }: AskedMessage,
  botId: string | undefined,
): Promise<string[]> {
  const span = { channel, oldest: ts, limit: LOOKED_AT };
  try {
    const { messages = [] } =
      thread === null
        ? await client.conversations.history(span)
        : await client.conversations.replies({ ...span, ts: thread });
    return messages
      .filter(({ bot_id: author, blocks }) => {
        return author === botId && blocks?.[0]?.block_id === markFor(ts);
      })
      .flatMap((message) => message.ts ?? [])
      .sort();
  } catch {
    return [];
  }
}

/** Two copies that could not tell each other may both have answered: the first answer stays. */
export async function deleteLaterAnswers(
  client: WebClient,
  message: AskedMessage,
  botId: string | undefined,
): Promise<void> {
  const [, ...more] = await findOwnAnswers(client, message, botId);
  for (const ts of more) {
    // The other copy may have been faster.
    await client.chat.delete({ channel: message.channel, ts }).catch(() => undefined);
  }
}
