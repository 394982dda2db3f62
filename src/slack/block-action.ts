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

/** A block action, and the means to answer it. */
export interface BlockActionRequest extends BlockActionPayload {
  readonly client: WebClient;
  /** Answers where the button stands, in the thread of the message; undefined in a view. */
  readonly respond: ((message: RespondArguments) => Promise<unknown>) | undefined;
}

interface ActionArguments {
  readonly ack: () => Promise<void>;
  readonly body: BlockAction;
  readonly client: WebClient;
  /** Bolt leaves it out where the payload has no response_url. */
  readonly respond: RespondFn | undefined;
}

/** A listener for an action: acknowledges it, and hands it on where Slack made it. */
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
    bot.log.warn({ surface: 'button', outcome: 'malformed' }, 'a malformed block action');
    await respond?.({ ...OUTDATED, response_type: 'ephemeral', replace_original: false });
  };
}

/** Slack shows an error where no acknowledgement arrives. The answer does not depend on it. */
export async function acknowledge(bot: Bot, ack: () => Promise<void>): Promise<void> {
  try {
    await ack();
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, 'an acknowledgement could not be sent');
  }
}

/** What all see of the reply to a button in a thread belongs there. Slack takes the thread of nothing else. */
function inThread(
  { thread }: BlockActionPayload,
  respond: RespondFn | undefined,
): BlockActionRequest['respond'] {
  if (respond === undefined || thread === undefined) return respond;
  return (message) => {
    const isForAll = message.response_type === 'in_channel' && message.replace_original !== true;
    return respond(isForAll ? { ...message, thread_ts: thread } : message);
  };
}

/** Shows something to the person who used the button, and to nobody else, over the first channel that takes it. */
export async function replyPrivately(
  request: BlockActionRequest,
  message: OutgoingMessage,
): Promise<void> {
  await deliver(privateChannels(request), message);
}

/** The channels for an apology to a person. */
export function apologyChannelsFor(person: Recipient): DeliveryChannel<Apology>[] {
  return privateChannels(person).map(textOnly);
}
