import { slackbotTells } from '../bot-message';
import type { BotRequest } from '../bot-request';
import type { Core } from '../core';
import type { Delivery } from '../event-sender';
import { asString, type JsonObject } from '../json';
import { bare, deliverChange, deliverMessage } from '../message-events';
import type { Channel, Message, User } from '../slack-objects';
import { asSlackText, composerBlock } from '../user-text';
import { botIdOf } from '../workspace';
import { type Outcome, outcomeOf, watch } from './outcome';
import { knownChannel, knownUser } from './payload-parts';

export interface Post {
  readonly user: string;
  readonly channel: string;
  readonly text?: string;
  readonly threadTs?: string | undefined;
  readonly files?: readonly JsonObject[];
  readonly blocks?: readonly JsonObject[];
  /** The box below a reply: it appears outside of its thread too. */
  readonly alsoToChannel?: boolean;
  /** Posted with `/me`. */
  readonly isMe?: boolean;
  /** Takes the text as Slack stores it; else it is escaped and linked as Slack does with typing. */
  readonly verbatim?: boolean;
  /** Only puts the message there: the bot hears nothing of it. */
  readonly silent?: boolean;
}

/** The result of a message and of its events. */
export interface Posted extends Outcome {
  readonly message: Message;
  readonly deliveries: readonly Delivery[];
}

/** Posts as a user, a guest, somebody of another team or another bot; the bot hears of it as in Slack. */
export async function postAs(core: Core, input: Post): Promise<Posted> {
  const user = knownUser(core, input.user);
  const channel = knownChannel(core, input.channel);
  const look = watch(core, { user: user.id, channel: channel.id });
  const message = core.workspace.post(compose(core, input, { user, channel }));
  const deliveries = input.silent === true ? [] : await deliverMessage(core, message);
  return posted(message, deliveries, outcomeOf({ request: lastAttempt(deliveries), look }));
}

/** A mention in a channel; where the bot is not a member, Slack offers to invite it and sends nothing. */
export async function mention(core: Core, input: Post & { text: string }): Promise<Posted> {
  const { settings, workspace } = core;
  const channel = knownChannel(core, input.channel);
  const mark = `<@${settings.botUserId}>`;
  const text = input.text.includes(mark) ? input.text : `${mark} ${input.text}`;
  const outcome = await postAs(core, { ...input, text });
  if (!workspace.hasBot(channel)) {
    const offer = `${mark} is not in this channel. Invite them to it, or let it be.`;
    slackbotTells(core, { user: input.user, channel: channel.id, text: offer });
  }
  return outcome;
}

export function directMessage(
  core: Core,
  input: Omit<Post, 'channel'> & { text: string },
): Promise<Posted> {
  const channel = core.workspace.directChannel(knownUser(core, input.user).id);
  return postAs(core, { ...input, channel: channel.id });
}

export interface Edit {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
}

/** Edits a message: the bot hears message_changed where it listens to messages. */
export async function editAs(core: Core, input: Edit): Promise<Posted> {
  const message = existing(core, input);
  const look = watch(core, { user: input.user, channel: message.channel });
  const previous = { ...message };
  const text = asSlackText(input.text);
  core.workspace.edit(message, {
    text,
    blocks: [composerBlock(text, core.ids.secret(3))],
    edited: { user: input.user, ts: core.ids.ts() },
  });
  const change = { subtype: 'message_changed', message, previous };
  const deliveries = await deliverChange(core, change);
  return posted(message, deliveries, outcomeOf({ request: lastAttempt(deliveries), look }));
}

export async function deleteAs(core: Core, input: Omit<Edit, 'text'>): Promise<Posted> {
  const message = existing(core, input);
  const look = watch(core, { user: input.user, channel: message.channel });
  core.workspace.remove(message);
  const change = { subtype: 'message_deleted', message, previous: message };
  const deliveries = await deliverChange(core, change);
  return posted(message, deliveries, outcomeOf({ request: lastAttempt(deliveries), look }));
}

export function lastAttempt(deliveries: readonly Delivery[]): BotRequest | undefined {
  const attempts = deliveries.map((delivery) => delivery.attempts.at(-1));
  return attempts.find((attempt) => attempt?.acknowledged === false) ?? attempts[0];
}

/** A spread would read `userSees` once and freeze it. */
function posted(message: Message, deliveries: readonly Delivery[], outcome: Outcome): Posted {
  return Object.defineProperties(
    { message, deliveries },
    Object.getOwnPropertyDescriptors(outcome),
  ) as Posted;
}

function existing(core: Core, { channel, ts }: { channel: string; ts: string }): Message {
  const message = core.workspace.message(knownChannel(core, channel).id, ts);
  if (message === undefined) throw new Error(`There is no message ${ts} in ${channel}.`);
  return message;
}

function compose(
  core: Core,
  input: Post,
  { user, channel }: { user: User; channel: Channel },
): Message {
  const { ids } = core;
  const typed = input.text ?? '';
  const text = input.verbatim === true ? typed : asSlackText(typed);
  const hasComposer = text !== '' && input.isMe !== true;
  const blocks = input.blocks ?? (hasComposer ? [composerBlock(text, ids.secret(3))] : []);
  const files = input.files ?? [];
  return {
    type: 'message',
    channel: channel.id,
    ts: ids.ts(),
    text,
    client_msg_id: ids.secret(16),
    ...authorParts(core, user),
    ...(blocks.length > 0 && { blocks: [...blocks] }),
    ...(files.length > 0 && { files: [...files], subtype: 'file_share' }),
    ...(input.threadTs !== undefined && { thread_ts: input.threadTs }),
    ...subtypeParts(core, input, channel),
  };
}

/** https://docs.slack.dev/reference/events/message */
function subtypeParts(core: Core, input: Post, channel: Channel): Partial<Message> {
  if (input.isMe === true) return { subtype: 'me_message' };
  if (input.alsoToChannel !== true || input.threadTs === undefined) return {};
  const root = core.workspace.message(channel.id, input.threadTs);
  return { subtype: 'thread_broadcast', ...(root !== undefined && { root: bare(root) }) };
}

function authorParts({ settings }: Core, user: User): Partial<Message> {
  const isForeign = user.team_id !== settings.teamId;
  return {
    user: user.id,
    team: user.team_id,
    ...(isForeign && { user_team: user.team_id, source_team: user.team_id }),
    ...(user.is_bot && botParts(user)),
  };
}

function botParts(user: User): Partial<Message> {
  const bot_id = botIdOf(user);
  const app_id = asString(user.profile['api_app_id']);
  return { bot_id, app_id, bot_profile: { id: bot_id, app_id, name: user.name } };
}
