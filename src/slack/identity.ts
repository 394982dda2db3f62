import { type WebClientOptions, WebClient } from '@slack/web-api';

/** Who the bot is, as Slack says of its token. */
export interface Identity {
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
  /** The workspace that the token is for, and its organisation where there is one. */
  readonly teams: readonly string[];
}

/**
 * Asks Slack whose token it is. Source: https://docs.slack.dev/reference/methods/auth.test
 *
 * @throws Error of Slack's client where the token is refused or Slack cannot be reached
 */
export async function askIdentity(token: string, options: WebClientOptions): Promise<Identity> {
  const found = await new WebClient(token, options).auth.test();
  return {
    botId: found.bot_id,
    botUserId: found.user_id,
    teams: [found.team_id, found.enterprise_id].flatMap((id) => id ?? []),
  };
}
