import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { makeAnswer } from '../../../answer/answer';
import { section } from '../../blocks/builders';
import { exampleModal, homeBlocks } from './blocks';
import { decodeExample, decodeQuestionId } from './payload';
import { escapeText } from '../../blocks/mrkdwn';
import { noteModal } from '../../blocks/note-modal';
import { OUTDATED } from '../../blocks/outdated';
import { HOME_DAYS, noFiguresBlocks, teamHomeBlocks } from './team-blocks';
import type { Bot } from '../../bot';
import { describeError } from '../../delivery/describe-error';
import type { Apology } from '../../listener-task';
import { runListener, outcomeOf } from '../../run-listener';
import { userId } from '../../payloads/ids';
import type { DeliveryChannel } from '../../delivery/deliver';
import { type BlockActionRequest, apologyChannelsFor } from '../../block-action';

/** Source: https://docs.slack.dev/reference/events/app_home_opened */
const opened = z.object({ user: userId, tab: z.literal('home') });

interface HomeArguments {
  readonly event: unknown;
  readonly client: WebClient;
}

/** The Home tab: what the bot does, and where everything is. Its other tabs are Slack's own. */
export async function showHome(bot: Bot, { event, client }: HomeArguments): Promise<void> {
  const { success, data } = opened.safeParse(event);
  if (!success) return;
  const { user } = data;
  await runListener(bot, {
    kind: 'home',
    apologyChannels: () => [onHome(client, user), ...apologyChannelsFor({ client, user })],
    async run() {
      await publish(bot, user, client);
      return { outcome: 'home' };
    },
  });
}

/** A Home that says why it is empty. */
function onHome(client: WebClient, user: string): DeliveryChannel<Apology> {
  return {
    name: 'home',
    send: ({ text }) => publishBlocks(client, user, [section(escapeText(text))]),
  };
}

async function publish(bot: Bot, user: string, client: WebClient): Promise<void> {
  const { book } = bot.rules();
  const team = bot.teamUsers.includes(user) ? await teamBlocks(bot) : [];
  await publishBlocks(client, user, [...team, ...homeBlocks(book, bot.channels())]);
}

async function publishBlocks(client: WebClient, user: string, blocks: KnownBlock[]): Promise<void> {
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

/** The team is done with a question: it leaves the list. Nobody else sees the button. */
export function closeQuestion(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { value, user, client } = request;
  return runListener(bot, {
    kind: 'home',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const id = decodeQuestionId(value);
      if (!bot.teamUsers.includes(user) || id === undefined) return { outcome: 'not-the-team' };
      await bot.store.close(id);
      await publish(bot, user, client);
      return { outcome: 'question-closed' };
    },
  });
}

/** Opens the answer to an example of the Home tab. One that the guide does not have is of older rules. */
export function tryExample(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { value, trigger, client } = request;
  return runListener(bot, {
    kind: 'home',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const { book, router } = bot.rules();
      const example = decodeExample(value, book);
      if (example === undefined) {
        await client.views.open({ trigger_id: trigger, view: noteModal(OUTDATED.text) });
        return { outcome: 'outdated-button' };
      }
      const routed = router.route(example, { surface: 'slash' });
      const view = exampleModal(example, makeAnswer(routed, book), bot.channels());
      await client.views.open({ trigger_id: trigger, view });
      return outcomeOf(routed);
    },
  });
}
