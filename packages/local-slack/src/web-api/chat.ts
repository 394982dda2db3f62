import { botEphemeral, botMessage, keptContent } from '../bot-message';
import type { Core } from '../core';
import type { JsonObject } from '../json';
import { bare, deliverChange, deliverMessage } from '../message-events';
import { type MessageContent, readContent } from '../message-content';
import type { Channel, Ephemeral, Message } from '../slack-objects';
import { ApiError, pointing } from './api-error';
import { type Args, flagArg, optionalArg, requiredArg } from './args';
import { findChannel, findTarget } from './find-channel';
import { botMethod, type Method } from './method';

function contentOf(args: Args): MessageContent {
  const content = readContent(args);
  if (!('error' in content)) return content;
  if (content.problems.length === 0) throw new ApiError(content.error);
  throw pointing(content.error, content.problems);
}

const TS = /^\d+\.\d{6}$/;

/** The thread to post in: the timestamp of a message in the channel. */
function threadOf(args: Args, { workspace }: Core, channel: Channel): string | undefined {
  const ts = optionalArg(args, 'thread_ts');
  if (ts === undefined) return undefined;
  if (!TS.test(ts)) throw pointing('invalid_thread_ts', [`${ts} is not a valid thread_ts`]);
  if (workspace.message(channel.id, ts) === undefined) throw new ApiError('thread_not_found');
  return ts;
}

/** https://docs.slack.dev/reference/methods/chat.postMessage */
function postMessage(args: Args, core: Core): JsonObject {
  const channel = findTarget(args, core);
  const content = contentOf(args);
  const message = botMessage(core, content, { channel, threadTs: threadOf(args, core, channel) });
  if (flagArg(args, 'reply_broadcast')) message.subtype = 'thread_broadcast';
  core.workspace.post(message);
  void deliverMessage(core, message);
  return { channel: channel.id, ts: message.ts, message: bare(message) };
}

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
function postEphemeral(args: Args, core: Core): JsonObject {
  const channel = findTarget(args, core);
  const viewer = requiredArg(args, 'user');
  if (!channel.members.includes(viewer)) throw new ApiError('user_not_in_channel');
  const content = contentOf(args);
  const where = { channel, viewer, threadTs: threadOf(args, core, channel) };
  const ephemeral = botEphemeral(core, content, where);
  if (isSeen(core, ephemeral)) core.workspace.show(ephemeral);
  return { message_ts: ephemeral.ts };
}

/** In a thread without a reply Slack shows no private message, and says nothing of it. */
function isSeen({ workspace }: Core, { channel, thread_ts: thread }: Ephemeral): boolean {
  return thread === undefined || workspace.thread(channel, thread).length > 1;
}

function ownMessage(args: Args, core: Core, refusal: string): [Message, Channel] {
  const channel = findChannel(args, core);
  const message = core.workspace.message(channel.id, requiredArg(args, 'ts'));
  if (message === undefined) throw new ApiError('message_not_found');
  if (message.bot_id !== core.settings.botId) throw new ApiError(refusal);
  return [message, channel];
}

/** https://docs.slack.dev/reference/methods/chat.update */
function update(args: Args, core: Core): JsonObject {
  const [message, channel] = ownMessage(args, core, 'cant_update_message');
  const content = contentOf(args);
  const previous = { ...message };
  if (args['blocks'] !== undefined) delete message.blocks;
  core.workspace.edit(message, {
    ...keptContent(core, content),
    edited: { user: core.settings.botUserId, ts: core.ids.ts() },
  });
  void deliverChange(core, { subtype: 'message_changed', message, previous });
  return { channel: channel.id, ts: message.ts, text: message.text, message: bare(message) };
}

/** https://docs.slack.dev/reference/methods/chat.delete */
function remove(args: Args, core: Core): JsonObject {
  const [message, channel] = ownMessage(args, core, 'cant_delete_message');
  core.workspace.remove(message);
  void deliverChange(core, { subtype: 'message_deleted', message, previous: message });
  return { channel: channel.id, ts: message.ts };
}

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
function getPermalink(args: Args, core: Core): JsonObject {
  const channel = findChannel(args, core);
  const ts = requiredArg(args, 'message_ts');
  const message = core.workspace.message(channel.id, ts);
  if (message === undefined) throw new ApiError('message_not_found');
  const place = `archives/${channel.id}/p${ts.replace('.', '')}`;
  const inThread = message.thread_ts !== undefined && message.thread_ts !== ts;
  const query = inThread ? `?thread_ts=${message.thread_ts ?? ''}&cid=${channel.id}` : '';
  const permalink = `https://${core.settings.teamDomain}.slack.com/${place}${query}`;
  return { channel: channel.id, permalink };
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': botMethod(postMessage, 'chat:write'),
  'chat.postEphemeral': botMethod(postEphemeral, 'chat:write'),
  'chat.update': botMethod(update, 'chat:write'),
  'chat.delete': botMethod(remove, 'chat:write'),
  'chat.getPermalink': botMethod(getPermalink),
};
