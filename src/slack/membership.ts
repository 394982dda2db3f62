import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from './describe-error';

/** A trigger_id lives 3 s, and a modal is still to be opened: in milliseconds. */
const PATIENCE = 1000;

/** Somebody who pressed a button, as Slack names them. */
export interface Presser {
  readonly id: string;
  /** Their own workspace, where Slack tells. */
  readonly team: string | undefined;
}

/**
 * Whether somebody may post through the bot: guests and people of another organisation may not. Where Slack does not
 * tell (no `users:read`, or it cannot be reached), nobody is held up for it.
 * Source: https://docs.slack.dev/reference/objects/user-object
 */
export async function isFullMember(
  { id, team }: Presser,
  { client, log, ownTeam }: { client: WebClient; log: Logger; ownTeam: string | undefined },
): Promise<boolean> {
  if (team !== undefined && ownTeam !== undefined && team !== ownTeam) return false;
  try {
    const found = await Promise.race([
      client.users.info({ user: id }),
      delay(PATIENCE, undefined, { ref: false }),
    ]);
    return found?.user?.is_restricted !== true && found?.user?.is_ultra_restricted !== true;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'could not ask Slack whether somebody is a guest');
    return true;
  }
}

/**
 * Whether people of another organisation read a channel; where Slack does not tell, they are taken not to.
 * Source: https://docs.slack.dev/reference/methods/conversations.info
 */
export async function isSharedChannel(client: WebClient, channel: string): Promise<boolean> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    return found?.is_ext_shared === true || found?.is_pending_ext_shared === true;
  } catch {
    return false;
  }
}
