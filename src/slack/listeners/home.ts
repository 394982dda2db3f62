import type { WebClient } from '@slack/web-api';
import { homeBlocks } from '../../replies/slack/home';
import type { Bot } from '../bot';
import { guard } from '../guard';

interface HomeArguments {
  readonly event: { readonly user: string; readonly tab?: string };
  readonly client: WebClient;
}

/** The Home tab: what the bot does, and where everything is. */
export function showHome(bot: Bot, { event, client }: HomeArguments): Promise<void> {
  return guard(bot, {
    kind: 'home',
    // A Home tab that cannot be shown has no place for a sentence.
    sorry: () => Promise.resolve(),
    async work() {
      if (event.tab !== 'home') return undefined;
      const blocks = homeBlocks(bot.rules().book, bot.channels());
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      return { outcome: 'home' };
    },
  });
}
