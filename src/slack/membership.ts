import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from './delivery/describe-error';
import { TIMEOUTS } from './timeouts';
import { resultWithin } from './with-timeout';

/**
 * Whether somebody may post through the bot: guests and people of another organisation may not. Where Slack does not
 * tell (no `users:read`, or it cannot be reached), nobody is held up for it.
 * Source: https://docs.slack.dev/reference/objects/user-object
 */
export async function isFullMember(
  user: string,
  { client, log }: { client: WebClient; log: Logger },
): Promise<boolean> {
  try {
    const found = await resultWithin(client.users.info({ user }), TIMEOUTS.lookup);
    const { is_restricted, is_ultra_restricted, is_stranger } = found?.user ?? {};
    return is_restricted !== true && is_ultra_restricted !== true && is_stranger !== true;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'could not ask Slack whether somebody is a guest');
    return true;
  }
}

/**
 * Whether people of another organisation read a channel; where Slack does not tell, they are taken not to.
 * Source: https://docs.slack.dev/reference/methods/conversations.info
 */
export async function isSharedChannel(channel: string, client: WebClient): Promise<boolean> {
  try {
    const found = await resultWithin(client.conversations.info({ channel }), TIMEOUTS.lookup);
    return found?.channel?.is_ext_shared === true || found?.channel?.is_pending_ext_shared === true;
  } catch {
    return false;
  }
}
