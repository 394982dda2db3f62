import type { Core } from '../core';
import type { Channel } from '../slack-objects';
import { ApiError } from './api-error';
import { type Args, requiredArg } from './args';

/** The channel an app may know of: private ones only from within. */
export function findChannel(args: Args, { workspace }: Core): Channel {
  const channel = workspace.channel(requiredArg(args, 'channel'));
  if (channel === undefined) throw new ApiError('channel_not_found');
  if (channel.is_private && !workspace.hasBot(channel)) throw new ApiError('channel_not_found');
  return channel;
}

/** The channel to write into: a user's id stands for the direct message with them. */
export function findTarget(args: Args, core: Core): Channel {
  const { workspace } = core;
  const id = requiredArg(args, 'channel');
  const channel = workspace.users.has(id) ? workspace.directChannel(id) : findChannel(args, core);
  if (channel.is_archived) throw new ApiError('is_archived');
  if (!workspace.hasBot(channel)) throw new ApiError('not_in_channel');
  return channel;
}
