import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { RESPONSE_URL, type DeliveryChannel } from './deliver';

/** What the bot sends: a sentence, or a whole message. */
export interface OutgoingMessage {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

/** As Bolt's `respond`, as far as it says something to one person. */
export type Respond = (message: {
  text: string;
  blocks?: KnownBlock[];
  response_type: 'ephemeral';
  replace_original: false;
}) => Promise<unknown>;

/** A person, and where they are. */
export interface Recipient {
  readonly client: WebClient;
  readonly user: string;
  /** The channel where they wrote or used a button; none in a view. */
  readonly channel?: string | undefined;
  readonly thread?: string | null | undefined;
  /** Answers a command, a shortcut or a block action on a message; needs no token. */
  readonly respond?: Respond | undefined;
}

/**
 * The channels for what one person sees and nobody else, the surest first. A response_url needs no token, but Slack
 * documents no private reply in a thread over it.
 * Source: https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread_response
 */
export function privateChannels({
  client,
  user,
  channel,
  thread,
  respond,
}: Recipient): DeliveryChannel<OutgoingMessage>[] {
  const channels: DeliveryChannel<OutgoingMessage>[] = [];
  if (respond !== undefined) {
    const place = { response_type: 'ephemeral', replace_original: false } as const;
    channels.push({ name: RESPONSE_URL, send: (message) => respond({ ...message, ...place }) });
  }
  if (channel !== undefined && channel !== '') {
    const isInThread = typeof thread === 'string';
    const place = { channel, user, ...(isInThread && { thread_ts: thread }) };
    channels.splice(isInThread ? 0 : channels.length, 0, {
      name: 'ephemeral',
      send: (message) => client.chat.postEphemeral({ ...place, ...message }),
    });
  }
  if (channel?.startsWith('D') !== true) channels.push(directMessageChannel(client, user));
  return channels;
}

function directMessageChannel(client: WebClient, user: string): DeliveryChannel<OutgoingMessage> {
  const quiet = { unfurl_links: false, unfurl_media: false };
  return {
    name: 'direct',
    send: (message) => client.chat.postMessage({ channel: user, ...message, ...quiet }),
  };
}

/** The same channel for a sentence alone. */
export function textOnly({
  name,
  send,
}: DeliveryChannel<OutgoingMessage>): DeliveryChannel<{ readonly text: string }> {
  return { name, send: ({ text }) => send({ text }) };
}
