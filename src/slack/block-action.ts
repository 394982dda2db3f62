import type { BlockAction, RespondArguments, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { OUTDATED } from './blocks/outdated';
import type { Bot } from './bot';
import { describeError } from './delivery/describe-error';
import type { Apology } from './listener-task';
import { type BlockActionPayload, parseBlockAction } from './payloads/block-action';
import { deliver, type DeliveryChannel } from './delivery/deliver';
import {
  type Recipient,
  textOnly,
  privateChannels,
  type OutgoingMessage,
} from './delivery/channels';

/** A press, and the means to answer it. */
export interface BlockActionRequest extends BlockActionPayload {
  readonly client: WebClient;
  /** Answers where it was pressed, in the thread of the message; undefined in a view. */
  readonly respond: ((message: RespondArguments) => Promise<unknown>) | undefined;
}

interface ActionArguments {
  readonly ack: () => Promise<void>;
  readonly body: BlockAction;
  readonly client: WebClient;
  /** Bolt leaves it out where the payload has no response_url. */
  readonly respond: RespondFn | undefined;
}

/** A listener for an action: acknowledges it, and hands on what was pressed as far as it is one of ours. */
export function onBlockAction(
  bot: Bot,
  listen: (bot: Bot, request: BlockActionRequest) => Promise<void>,
): (args: ActionArguments) => Promise<void> {
  return async ({ ack, body, client, respond }) => {
    await acknowledge(bot, ack);
    const payload = parseBlockAction(body);
    if (payload !== undefined) {
      await listen(bot, { ...payload, client, respond: inThread(payload, respond) });
      return;
    }
    bot.log.warn({ surface: 'button', outcome: 'malformed' }, 'a press that is none');
    await respond?.({ ...OUTDATED, response_type: 'ephemeral', replace_original: false });
  };
}

/** Slack shows an error where no acknowledgement arrives; the answer goes its own way all the same. */
export async function acknowledge(bot: Bot, ack: () => Promise<void>): Promise<void> {
  try {
    await ack();
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, 'an acknowledgement could not be sent');
  }
}

/** What is said to a press in a thread is said in that thread: without its timestamp Slack shows it in the channel. */
function inThread(
  { thread }: BlockActionPayload,
  respond: RespondFn | undefined,
): BlockActionRequest['respond'] {
  if (respond === undefined || thread === undefined) return respond;
  return (said) => respond({ ...said, thread_ts: thread });
}

/** Says something to whoever pressed, and to nobody else, on whatever way is open. */
export async function replyPrivately(
  request: BlockActionRequest,
  words: OutgoingMessage,
): Promise<void> {
  await deliver(privateChannels(request), words);
}

/** The channels_ to tell somebody that what they asked for failed. */
export function apologyChannelsFor(person: Recipient): DeliveryChannel<Apology>[] {
  return privateChannels(person).map(textOnly);
}
