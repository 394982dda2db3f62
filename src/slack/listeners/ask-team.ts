import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { ASK_TEAM_TEXT, askTeamModal, askTeamPost } from '../../replies/slack/ask-team';
import type { Bot } from '../bot';
import { guard } from '../guard';
import { parseWith } from '../payloads/press';
import type { ReturnedView } from './lead-modal';

const valueSchema = z.object({ a: z.string().max(40), q: z.string().max(1600), c: z.boolean() });

interface OpenArguments {
  readonly value: string | undefined;
  readonly user: string;
  readonly trigger: string;
  readonly client: WebClient;
  readonly tell: (text: string) => Promise<unknown>;
}

/** "Ask the team": shows the asker what will be posted. Nothing is posted by this press. */
export function openAskTeam(bot: Bot, press: OpenArguments): Promise<void> {
  const { value, user, trigger, client, tell } = press;
  return guard(bot, {
    kind: 'button',
    sorry: tell,
    async work() {
      const asked = parseWith(valueSchema, value);
      if (asked?.a !== user) {
        await tell('Only who asked can hand the question to the team.');
        return { outcome: 'not-the-asker' };
      }
      const view = askTeamModal({
        question: asked.q,
        isCut: asked.c,
        channel: teamChannelName(bot),
        canPost: teamChannelId(bot) !== undefined,
      });
      await client.views.open({ trigger_id: trigger, view });
      return { outcome: 'ask-team-opened' };
    },
  });
}

interface SubmitArguments {
  readonly view: Pick<ReturnedView, 'state'>;
  readonly user: string;
  readonly ack: (response?: {
    response_action: 'update';
    view: ReturnType<typeof askTeamModal>;
  }) => Promise<void>;
  readonly client: WebClient;
}

/** Posts the edited question to the team's channel, and gives the asker the link to it. */
export function postToTeam(bot: Bot, { view, user, ack, client }: SubmitArguments): Promise<void> {
  const question = typedText(view);
  const channel = teamChannelId(bot);
  return guard(bot, {
    kind: 'modal',
    sorry: () => {
      const pasted = { question, isCut: false, channel: teamChannelName(bot), canPost: false };
      return ack({ response_action: 'update', view: askTeamModal(pasted) });
    },
    async work() {
      if (channel === undefined) throw new Error('The team’s channel is not set.');
      const post = askTeamPost(user, question);
      const { ts } = await client.chat.postMessage({
        channel,
        ...post,
        unfurl_links: false,
        unfurl_media: false,
      });
      await ack();
      const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts ?? '' });
      const text = `Your question is with the team: ${permalink ?? teamChannelName(bot)}`;
      await client.chat.postMessage({ channel: user, text });
      return { outcome: 'asked-team' };
    },
  });
}

function typedText({ state }: Pick<ReturnedView, 'state'>): string {
  const field = state.values[ASK_TEAM_TEXT]?.[ASK_TEAM_TEXT];
  const { success, data } = z.object({ value: z.string() }).safeParse(field);
  return success ? data.value : '';
}

function teamChannelName(bot: Bot): string {
  const { book } = bot.rules();
  const fallback = book.destinations[book.fallback];
  return fallback?.kind === 'slack' ? fallback.value : '';
}

function teamChannelId(bot: Bot): string | undefined {
  return bot.channels()[teamChannelName(bot)];
}
