import type { Core } from './core';
import { type MessageContent, withIds } from './message-content';
import type { Channel, Ephemeral, Message } from './slack-objects';
import { SLACKBOT } from './workspace';

interface Where {
  readonly channel: Channel;
  readonly threadTs?: string | undefined;
}

/** A message written by the app, as Slack keeps it. */
export function botMessage(core: Core, content: MessageContent, where: Where): Message {
  const { settings, ids } = core;
  return {
    type: 'message',
    channel: where.channel.id,
    user: settings.botUserId,
    bot_id: settings.botId,
    app_id: settings.appId,
    team: settings.teamId,
    bot_profile: {
      id: settings.botId,
      app_id: settings.appId,
      name: settings.botName,
      team_id: settings.teamId,
      deleted: false,
    },
    ts: ids.ts(),
    ...(where.threadTs !== undefined && { thread_ts: where.threadTs }),
    ...keptContent(core, content),
  };
}

export function keptContent(
  { ids }: Core,
  content: MessageContent,
): Pick<Message, 'text' | 'blocks' | 'attachments'> {
  return { ...content, ...(content.blocks && { blocks: withIds(content.blocks, ids) }) };
}

export function botEphemeral(
  core: Core,
  content: MessageContent,
  where: Where & { viewer: string },
): Ephemeral {
  return { ...botMessage(core, content, where), is_ephemeral: true, viewer: where.viewer };
}

export interface SlackbotsWord {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string | undefined;
}

/** What Slack itself tells a user, above all when the app did not answer. */
export function slackbotTells(
  core: Core,
  { user, channel, text, threadTs }: SlackbotsWord,
): Ephemeral {
  return core.workspace.show({
    type: 'message',
    channel,
    user: SLACKBOT,
    ts: core.ids.ts(),
    text,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    is_ephemeral: true,
    viewer: user,
  });
}
