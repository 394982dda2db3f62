import type { Core } from '../core';
import type { JsonObject } from '../json';
import { bare } from '../message-events';
import type { Channel, Message } from '../slack-objects';
import { ApiError, pointing } from './api-error';
import { type Args, flagArg, numberArg, optionalArg, requiredArg } from './args';
import { findChannel } from './find-channel';
import { botMethod, type Method } from './method';

/** The scope a conversation's kind asks for, such as groups:history for a private channel. */
function scopesFor(what: 'read' | 'history'): Method['scopes'] {
  return (args, { workspace }) => {
    const channel = workspace.channel(optionalArg(args, 'channel') ?? '');
    if (channel === undefined)
      return ['channels', 'groups', 'mpim', 'im'].map((k) => `${k}:${what}`);
    if (channel.is_im) return [`im:${what}`];
    return [`${channel.is_private ? 'groups' : 'channels'}:${what}`];
  };
}

function channelObject(channel: Channel, core: Core): JsonObject {
  const { members, ...rest } = channel;
  return {
    ...rest,
    name_normalized: channel.name,
    is_channel: !channel.is_im && !channel.is_private,
    is_group: !channel.is_im && channel.is_private,
    is_mpim: false,
    is_shared: channel.is_ext_shared,
    is_org_shared: false,
    is_member: core.workspace.hasBot(channel),
    num_members: members.length,
    context_team_id: core.settings.teamId,
  };
}

/** https://docs.slack.dev/reference/methods/conversations.info */
function info(args: Args, core: Core): JsonObject {
  return { channel: channelObject(findChannel(args, core), core) };
}

/** https://docs.slack.dev/reference/methods/conversations.open */
function open(args: Args, core: Core): JsonObject {
  const user = requiredArg(args, 'users');
  if (user.includes(',')) {
    throw pointing('invalid_arguments', [
      `one user only in the local Slack, found "${user}" [json-pointer:/users]`,
    ]);
  }
  if (!core.workspace.users.has(user)) throw new ApiError('user_not_found');
  const channel = core.workspace.directChannel(user);
  const whole = flagArg(args, 'return_im');
  return { channel: whole ? channelObject(channel, core) : { id: channel.id } };
}

function readable(args: Args, core: Core): Channel {
  const channel = findChannel(args, core);
  if (!core.workspace.hasBot(channel)) throw new ApiError('not_in_channel');
  return channel;
}

function isWithin(args: Args): (message: Message) => boolean {
  const oldest = numberArg(args, 'oldest') ?? 0;
  const latest = numberArg(args, 'latest') ?? Infinity;
  const inclusive = flagArg(args, 'inclusive');
  return ({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}

function page(args: Args, messages: readonly Message[]): JsonObject {
  const limit = numberArg(args, 'limit') ?? 100;
  return {
    messages: messages.slice(0, limit).map(bare),
    has_more: messages.length > limit,
    response_metadata: { next_cursor: '' },
  };
}

/** https://docs.slack.dev/reference/methods/conversations.history */
function history(args: Args, core: Core): JsonObject {
  const channel = readable(args, core);
  const inChannel = core.workspace
    .messagesIn(channel.id)
    .filter(
      (message) =>
        message.thread_ts === undefined ||
        message.thread_ts === message.ts ||
        message.subtype === 'thread_broadcast',
    );
  return page(args, inChannel.filter(isWithin(args)).reverse());
}

/** https://docs.slack.dev/reference/methods/conversations.replies */
function replies(args: Args, core: Core): JsonObject {
  const channel = readable(args, core);
  const message = core.workspace.message(channel.id, requiredArg(args, 'ts'));
  if (message === undefined) throw new ApiError('thread_not_found');
  const thread = core.workspace.thread(channel.id, message.thread_ts ?? message.ts);
  return page(args, thread.filter(isWithin(args)));
}

export const conversationsMethods: Readonly<Record<string, Method>> = {
  'conversations.info': { token: 'bot', scopes: scopesFor('read'), run: info },
  'conversations.open': botMethod(open, 'im:write'),
  'conversations.history': { token: 'bot', scopes: scopesFor('history'), run: history },
  'conversations.replies': { token: 'bot', scopes: scopesFor('history'), run: replies },
};
