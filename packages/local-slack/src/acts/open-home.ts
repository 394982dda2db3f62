import type { Core } from '../core';
import { isSubscribed } from '../message-events';
import { type Outcome, outcomeOf, watch } from './outcome';
import { knownUser } from './payload-parts';
import { lastAttempt } from './post';

/** https://docs.slack.dev/reference/events/app_home_opened */
export async function openHome(core: Core, input: { readonly user: string }): Promise<Outcome> {
  const user = knownUser(core, input.user);
  const channel = core.workspace.directChannel(user.id);
  const look = watch(core, { user: user.id, channel: channel.id });
  if (!isSubscribed(core, 'app_home_opened')) return outcomeOf({ request: undefined, look });
  const home = core.views.homeOf(user.id);
  const delivery = await core.events.deliver({
    type: 'app_home_opened',
    user: user.id,
    channel: channel.id,
    tab: 'home',
    event_ts: core.ids.ts(),
    ...(home !== undefined && { view: home.view }),
  });
  return outcomeOf({ request: lastAttempt([delivery]), look });
}
