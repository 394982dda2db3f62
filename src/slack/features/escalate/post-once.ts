import { setTimeout as delay } from 'node:timers/promises';
import {
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  type ChatPostMessageArguments,
} from '@slack/web-api';
import type { MessageContent } from '../../blocks/message';
import type { Bot } from '../../bot';
import { describeError } from '../../delivery/describe-error';

/** A message to post once. */
export interface MarkedMessage {
  readonly channel: string;
  readonly content: MessageContent;
  /** Block id of its first block, which no other message has. */
  readonly mark: string;
  /** An earlier try may have posted it. */
  readonly mayExist: boolean;
}

/** Slack errors after which a part of the work may be done: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const VAGUE_CODES: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

/** Before each look into the channel, in milliseconds: Slack may take a post later than the bot waits for. */
const LOOKS = [0, 1000];

/** Messages of the channel that a look reads: the post is one of the newest. */
const LOOKED_AT = 100;

/**
 * Posts a message. Where Slack does not say whether it took it, looks into the channel, if the bot may read there.
 *
 * @returns the timestamp of the message; null where the outcome stays unknown
 * @throws the error of Slack where it refuses the message
 */
export async function postOnce(bot: Bot, message: MarkedMessage): Promise<string | null> {
  const { channel, content, mark, mayExist } = message;
  const earlier = mayExist ? await lookFor(bot, message) : null;
  if (typeof earlier === 'string') return earlier;
  try {
    const quiet = { unfurl_links: false, unfurl_media: false };
    const args: ChatPostMessageArguments = { channel, ...content, ...quiet };
    const { ts = '' } = await bot.singleTryClient.chat.postMessage(args);
    return ts;
  } catch (error) {
    if (isRefusal(error)) throw error;
    bot.log.warn({ error: describeError(error) }, 'Slack did not say whether it took a post');
    return findPost(bot, { channel, mark });
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof WebAPIRateLimitedError) return true;
  return error instanceof WebAPIPlatformError && !VAGUE_CODES.has(error.data.error);
}

type Sought = Pick<MarkedMessage, 'channel' | 'mark'>;

async function findPost(bot: Bot, sought: Sought): Promise<string | null> {
  for (const pause of LOOKS) {
    await delay(pause);
    const found = await lookFor(bot, sought);
    if (found !== null) return found ?? null;
  }
  return null;
}

/** The timestamp of a post; null where it is not there, undefined where the bot may not read the channel. */
async function lookFor(
  { singleTryClient: client }: Bot,
  { channel, mark }: Sought,
): Promise<string | null | undefined> {
  try {
    const { messages = [] } = await client.conversations.history({ channel, limit: LOOKED_AT });
    return messages.find(({ blocks }) => blocks?.[0]?.block_id === mark)?.ts ?? null;
  } catch {
    return undefined;
  }
}
