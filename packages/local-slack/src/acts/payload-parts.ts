import type { Core } from '../core';
import type { JsonObject } from '../json';
import { interactionTeam } from '../organization';
import type { Channel, User } from '../slack-objects';

export const VERIFICATION_TOKEN = 'local-verification-token';

export function knownUser({ workspace }: Core, id: string): User {
  const user = workspace.users.get(id);
  if (user !== undefined) return user;
  throw new Error(`There is no user "${id}"; there are ${[...workspace.users.keys()].join(', ')}.`);
}

export function knownChannel({ workspace }: Core, idOrName: string): Channel {
  const channel = workspace.channel(idOrName);
  if (channel !== undefined) return channel;
  const known = [...workspace.channels.keys()].join(', ');
  throw new Error(`There is no channel "${idOrName}"; there are ${known}.`);
}

/** Slack hides the names of what is not public. */
export function channelName(channel: Channel): string {
  if (channel.is_im) return 'directmessage';
  return channel.is_private ? 'privategroup' : channel.name;
}

/** What every interaction payload starts with. */
export function interactionParts(core: Core, user: User): JsonObject {
  const { settings } = core;
  return {
    token: VERIFICATION_TOKEN,
    ...interactionTeam(settings),
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team_id },
    api_app_id: settings.appId,
    trigger_id: core.triggers.issue(user.id),
  };
}
