import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../replies/answer';
import { exampleModal, homeBlocks } from '../../replies/slack/home';
import type { Bot } from '../bot';
import { guard, handled } from '../guard';

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

interface TryArguments {
  /** The example, from the guide; anything else is left alone. */
  readonly value: string | undefined;
  readonly user: string;
  readonly trigger: string;
  readonly client: WebClient;
}

/** An example on the Home tab was pressed: its answer opens. */
export function tryExample(
  bot: Bot,
  { value = '', user, trigger, client }: TryArguments,
): Promise<void> {
  return guard(bot, {
    kind: 'home',
    sorry: (text) => client.chat.postMessage({ channel: user, text }),
    async work() {
      const { book, router } = bot.rules();
      const routed = router.route(value, { surface: 'slash' });
      const view = exampleModal(value, makeAnswer(routed, book), bot.channels());
      await client.views.open({ trigger_id: trigger, view });
      return handled(routed);
    },
  });
}
