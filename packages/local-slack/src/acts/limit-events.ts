import type { BotRequest } from '../bot-request';
import type { Core } from '../core';
import { VERIFICATION_TOKEN } from './payload-parts';

/**
 * Slack drops an app's events for a minute, and says so: an envelope with a type of its own, and no event.
 * https://docs.slack.dev/reference/events/app_rate_limited
 */
export function limitEvents({ settings, bot, ids }: Core): Promise<BotRequest> {
  const seconds = ids.seconds();
  const payload = {
    token: VERIFICATION_TOKEN,
    type: 'app_rate_limited',
    team_id: settings.teamId,
    minute_rate_limited: seconds - (seconds % 60),
    api_app_id: settings.appId,
  };
  return bot.send({ kind: 'events_api', payload });
}
