import { slackbotTells } from '../bot-message';
import type { BotRequest } from '../bot-request';
import type { Core } from '../core';
import { isObject, type JsonObject } from '../json';
import { readContent } from '../message-content';
import { organizationFields } from '../organization';
import { showAnswer } from '../response-urls';
import type { Channel } from '../slack-objects';
import { commandText } from '../user-text';
import { type Outcome, outcomeOf, tellFailure, watch } from './outcome';
import { VERIFICATION_TOKEN, channelName, knownChannel, knownUser } from './payload-parts';

export interface SlashCommand {
  readonly user: string;
  readonly channel: string;
  readonly command: string;
  readonly text: string;
  /** Slack refuses slash commands in threads. */
  readonly threadTs?: string;
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function slashCommand(core: Core, input: SlashCommand): Promise<Outcome> {
  const channel = knownChannel(core, input.channel);
  const act = { user: input.user, channel: channel.id };
  const look = watch(core, act);
  if (input.threadTs !== undefined) {
    const text = `${input.command} is not supported in threads. Sorry!`;
    slackbotTells(core, { ...act, text, threadTs: input.threadTs });
    return outcomeOf({ request: undefined, look });
  }
  const payload = commandPayload(core, input, channel);
  const request = await core.bot.send({ kind: 'slash_commands', payload });
  tellFailure(core, request, { ...act, what: input.command });
  const problems = showAck(core, { request, input, channel });
  return outcomeOf({ request, look, problems });
}

function commandPayload(core: Core, input: SlashCommand, channel: Channel): JsonObject {
  const { settings } = core;
  const user = knownUser(core, input.user);
  return {
    token: VERIFICATION_TOKEN,
    team_id: settings.teamId,
    team_domain: settings.teamDomain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: input.command,
    text: settings.escapesCommands ? commandText(core, input.text.trim()) : input.text.trim(),
    api_app_id: settings.appId,
    ...organizationFields(settings),
    is_enterprise_install: String(settings.isOrgInstall),
    response_url: core.responseUrls.issue(core, { kind: 'commands', user: user.id, channel }),
    trigger_id: core.triggers.issue(user.id),
  };
}

interface Acked {
  readonly request: BotRequest;
  readonly input: SlashCommand;
  readonly channel: Channel;
}

/** An acknowledgment may carry the answer; returns what Slack would refuse of it. */
function showAck(core: Core, { request, input, channel }: Acked): readonly string[] {
  const body = answerIn(request.ackBody);
  if (!request.acknowledged || body === undefined) return [];
  const content = readContent(body);
  if ('error' in content) {
    const text = `${input.command} failed with the error "invalid_command_response"`;
    slackbotTells(core, { user: input.user, channel: channel.id, text });
    return content.problems.length > 0 ? content.problems : [content.error];
  }
  showAnswer(core, { kind: 'commands', user: input.user, channel, content, body });
  return [];
}

function answerIn(ackBody: unknown): JsonObject | undefined {
  if (isObject(ackBody)) return Object.keys(ackBody).length === 0 ? undefined : ackBody;
  if (ackBody === undefined || ackBody === null || ackBody === '') return undefined;
  return { text: typeof ackBody === 'string' ? ackBody : JSON.stringify(ackBody) };
}
