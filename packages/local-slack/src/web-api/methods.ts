import type { Core } from '../core';
import { handleOf } from '../settings';
import { asString, type JsonObject } from '../json';
import { organizationFields } from '../organization';
import { ApiError } from './api-error';
import { type Args, requiredArg } from './args';
import { chatMethods } from './chat';
import { conversationsMethods } from './conversations';
import { botMethod, type Method } from './method';
import { viewsMethods } from './views-methods';

/** https://docs.slack.dev/reference/methods/auth.test */
function authTest(_args: Args, { settings }: Core): JsonObject {
  return {
    url: `https://${settings.teamDomain}.slack.com/`,
    team: settings.teamDomain,
    user: handleOf(settings.botName),
    team_id: settings.teamId,
    user_id: settings.botUserId,
    bot_id: settings.botId,
    ...organizationFields(settings),
    is_enterprise_install: settings.isOrgInstall,
  };
}

/** https://docs.slack.dev/reference/methods/apps.connections.open */
function openConnection(_args: Args, { sockets, responseUrls }: Core): JsonObject {
  return { url: sockets.issueUrl(responseUrls.origin) };
}

/** https://docs.slack.dev/reference/methods/users.info */
function usersInfo(args: Args, { workspace }: Core): JsonObject {
  const user = workspace.users.get(requiredArg(args, 'user'));
  if (user === undefined) throw new ApiError('user_not_found');
  return { user };
}

/** https://docs.slack.dev/reference/methods/files.info */
function filesInfo(args: Args, { workspace }: Core): JsonObject {
  const id = requiredArg(args, 'file');
  const files = [...workspace.channels.values()]
    .filter((channel) => workspace.hasBot(channel))
    .flatMap((channel) => workspace.messagesIn(channel.id))
    .flatMap((message) => message.files ?? []);
  const file = files.find((candidate) => asString(candidate['id']) === id);
  if (file === undefined) throw new ApiError('file_not_found');
  return { file, comments: [], response_metadata: { next_cursor: '' } };
}

export const methods: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...conversationsMethods,
  ...viewsMethods,
  'auth.test': botMethod(authTest),
  'apps.connections.open': { token: 'app', scopes: () => [], run: openConnection },
  'users.info': botMethod(usersInfo, 'users:read'),
  'files.info': botMethod(filesInfo, 'files:read'),
};
