import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from './delivery/describe-error';
import { TIMEOUTS } from './timeouts';
import { resultWithin } from './with-timeout';

/**
 * Whether somebody may post through the bot: guests and people of another organization may not. Where Slack does not
 * tell (no `users:read`, or it cannot be reached), nobody is held up for it.
 * Source: https://docs.slack.dev/reference/objects/user-object
 */
export async function isFullMember(user: string, asking: Asking): Promise<boolean> {
  return (await membershipOf(user, asking)) !== 'guest';
}

interface Asking {
  readonly client: WebClient;
  readonly log: Logger;
}

/** What Slack says of somebody; a guest is also whoever the bot may not see. */
export type Membership = 'member' | 'guest' | 'unknown';

const NOT_OURS: ReadonlySet<string> = new Set(['user_not_visible', 'user_not_found']);

/** Asks Slack who somebody is. Source: https://docs.slack.dev/reference/methods/users.info#errors */
export async function membershipOf(user: string, { client, log }: Asking): Promise<Membership> {
  try {
    const found = await resultWithin(client.users.info({ user }), TIMEOUTS.lookup);
    if (found?.user === undefined) return 'unknown';
    const { is_restricted, is_ultra_restricted, is_stranger } = found.user;
    const isGuest = is_restricted === true || is_ultra_restricted === true || is_stranger === true;
    return isGuest ? 'guest' : 'member';
  } catch (error) {
    const described = describeError(error);
    if (NOT_OURS.has(described.code)) return 'guest';
    log.warn({ error: described }, 'could not ask Slack whether somebody is a guest');
    return 'unknown';
  }
}

/** Whether people of another organization read a conversation. */
export type Readers = 'colleagues' | 'others' | 'unknown';

/**
 * Asks Slack who reads a conversation. Unknown without `channels:read` or `groups:read`, where the bot is no member of a
 * private channel, and in direct messages, whose scopes the bot does not ask for.
 * Source: https://docs.slack.dev/reference/methods/conversations.info
 */
export async function readersOf(channel: string, client: WebClient): Promise<Readers> {
  try {
    const found = await resultWithin(client.conversations.info({ channel }), TIMEOUTS.lookup);
    if (found?.channel === undefined) return 'unknown';
    const { is_ext_shared, is_pending_ext_shared } = found.channel;
    return is_ext_shared === true || is_pending_ext_shared === true ? 'others' : 'colleagues';
  } catch {
    return 'unknown';
  }
}
