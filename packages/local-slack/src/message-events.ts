import type { Core } from './core';
import type { Delivery } from './event-sender';
import type { JsonObject } from './json';
import type { Channel, Message } from './slack-objects';

const scopeOfEvent: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};

interface Kind {
  readonly event: string;
  readonly channel_type: 'im' | 'group' | 'channel';
}

/** Whether the app asked for a bot event in its manifest and has the scope that it needs. */
export function isSubscribed({ settings }: Core, event: string): boolean {
  const scope = scopeOfEvent[event];
  const allowed = scope === undefined || settings.scopes.includes(scope);
  return allowed && settings.botEvents.includes(event);
}

/**
 * Sends the bot what Slack would send it of a new message: app_mention, message, or nothing.
 * https://docs.slack.dev/reference/events/app_mention, https://docs.slack.dev/reference/events/message
 */
export function deliverMessage(core: Core, message: Message): Promise<Delivery[]> {
  const channel = core.workspace.channel(message.channel);
  if (channel === undefined || !core.workspace.hasBot(channel)) return Promise.resolve([]);
  const events: JsonObject[] = [];
  if (isMention(core, { message, channel }) && isSubscribed(core, 'app_mention')) {
    // Unlike message, app_mention has no subtypes.
    const mention = without(message, 'subtype');
    events.push({ ...mention, type: 'app_mention', event_ts: message.ts });
  }
  const kind = kindOf(channel);
  if (isSubscribed(core, kind.event)) {
    events.push({ ...message, channel_type: kind.channel_type, event_ts: message.ts });
  }
  return Promise.all(events.map((event) => core.events.deliver(event, channel)));
}

/** message_changed and message_deleted: the message lies one level deeper than in a new one. */
export async function deliverChange(
  core: Core,
  change: { subtype: string; message: Message; previous: Message },
): Promise<Delivery[]> {
  const { subtype, message, previous } = change;
  const channel = core.workspace.channel(message.channel);
  if (channel === undefined || !core.workspace.hasBot(channel)) return [];
  const kind = kindOf(channel);
  if (!isSubscribed(core, kind.event)) return [];
  const ts = core.ids.ts();
  const event: JsonObject = {
    type: 'message',
    subtype,
    ...(subtype === 'message_changed' ? { message: bare(message) } : { deleted_ts: message.ts }),
    previous_message: bare(previous),
    channel: channel.id,
    channel_type: kind.channel_type,
    hidden: true,
    ts,
    event_ts: ts,
  };
  return [await core.events.deliver(event, channel)];
}

/** A message as the Web API and payloads carry it: its channel is a separate field. */
export function bare(message: Message): JsonObject {
  return without(message, 'channel');
}

function without(message: Message, left: keyof Message): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([field]) => field !== left));
}

function isMention(
  { settings }: Core,
  { message, channel }: { message: Message; channel: Channel },
): boolean {
  const own = message.user === settings.botUserId;
  return !channel.is_im && !own && message.text.includes(`<@${settings.botUserId}`);
}

function kindOf(channel: Channel): Kind {
  if (channel.is_im) return { event: 'message.im', channel_type: 'im' };
  if (channel.is_private) return { event: 'message.groups', channel_type: 'group' };
  return { event: 'message.channels', channel_type: 'channel' };
}
