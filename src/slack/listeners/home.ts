import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../replies/answer';
import { exampleModal, homeBlocks } from '../../replies/slack/home';
import { HOME_DAYS, noFiguresBlocks, teamHomeBlocks } from '../../replies/slack/team-home';
import type { Bot } from '../bot';
import { describeError } from '../describe-error';
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
      await publish(bot, event.user, client);
      return { outcome: 'home' };
    },
  });
}

async function publish(bot: Bot, user: string, client: WebClient): Promise<void> {
  const { book } = bot.rules();
  const team = bot.teamUsers.includes(user) ? await teamBlocks(bot) : [];
  const blocks = [...team, ...homeBlocks(book, bot.channels())];
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

async function teamBlocks(bot: Bot): Promise<KnownBlock[]> {
  try {
    return teamHomeBlocks(await bot.store.summary(HOME_DAYS), bot.rules().book);
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, 'could not read the figures');
    return noFiguresBlocks();
  }
}

interface DoneArguments {
  /** Which question. */
  readonly value: string | undefined;
  readonly user: string;
  readonly client: WebClient;
}

/** The team is done with a question: it leaves the list. Nobody else sees the button. */
export function closeQuestion(
  bot: Bot,
  { value = '', user, client }: DoneArguments,
): Promise<void> {
  return guard(bot, {
    kind: 'home',
    sorry: (text) => client.chat.postMessage({ channel: user, text }),
    async work() {
      if (!bot.teamUsers.includes(user)) return { outcome: 'not-the-team' };
      await bot.store.close(value);
      await publish(bot, user, client);
      return { outcome: 'question-closed' };
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
