import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { fallbackChannel } from '../../../answer/fallback-channel';
import { ASK_TEAM_TEXT, askTeamModal, askTeamPost, pasteModal, postedModal } from './blocks';
import { OUTDATED } from '../../blocks/outdated';
import type { Bot } from '../../bot';
import type { RequestOutcome } from '../../listener-task';
import { runListener } from '../../run-listener';
import { isFullMember } from '../../membership';
import { decodeEscalation } from './payload';
import type { SignedQuestion } from '../../payloads/signed-question';
import { typedText } from '../../payloads/typed-text';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';
import type { ViewSubmissionRequest } from '../../view-submission';

const NO_GUESTS = 'Guests cannot ask the team here. Please ask a colleague to.';

/** "Ask the team": shows the asker what will be posted. This posts nothing. */
export function openAskTeam(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { value, user, trigger, client } = request;
  return runListener(bot, {
    kind: 'button',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const asked = decodeEscalation(value, bot.sign);
      const refused = async (text: string, outcome: string): Promise<RequestOutcome> => {
        await replyPrivately(request, { text });
        return { outcome };
      };
      if (asked === null) return refused(OUTDATED.text, 'outdated-button');
      if (asked.askedBy !== user) {
        return refused('Only who asked can hand the question to the team.', 'not-the-asker');
      }
      if (!(await isFullMember(user, { client, log: bot.log }))) return refused(NO_GUESTS, 'guest');
      await client.views.open({ trigger_id: trigger, view: modalFor(bot, asked) });
      return { outcome: 'ask-team-opened' };
    },
  });
}

function modalFor(bot: Bot, { question, isCut }: SignedQuestion): ModalView {
  const canPost = teamChannelId(bot) !== undefined;
  return askTeamModal({ question, isCut, channel: teamChannelName(bot), canPost });
}

/**
 * Posts the edited question to the team's channel, and gives the asker the link to it. Where it cannot be posted, the
 * modal gives the text to paste, and says where. Slack waits 3 s with the modal for the acknowledgement, which carries
 * either, so that no second call can fail.
 */
export function postToTeam(bot: Bot, request: ViewSubmissionRequest): Promise<void> {
  const { view, client, user } = request;
  const question = typedText(view.state, ASK_TEAM_TEXT);
  const channel = bot.fallbackChannel() ?? '';
  let isOpen = true;
  return runListener(bot, {
    kind: 'modal',
    apologyChannels: () =>
      request.apologyChannels(({ isLate }) => {
        isOpen = false;
        return pasteModal({ question, channel, isLate });
      }),
    async run() {
      if (question.trim() === '') {
        await request.refuse({ [ASK_TEAM_TEXT]: 'Please type your question.' });
        return { outcome: 'no-question' };
      }
      if (!(await isFullMember(user, { client, log: bot.log }))) {
        await request.show(pasteModal({ question: '', channel, isLate: false }));
        return { outcome: 'guest' };
      }
      const link = await post(bot, request, question);
      const shown = postedModal(link ?? channel);
      if (isOpen) await request.show(shown);
      else await client.views.update({ view_id: view.id, view: shown }).catch(() => undefined);
      await sendLink(client, user, link ?? channel);
      return { outcome: 'asked-team' };
    },
  });
}

/** The modal shows it already: where this fails, nothing is lost. */
async function sendLink(client: WebClient, user: string, place: string): Promise<void> {
  const text = `Your question is with the team: ${place}`;
  const quiet = { unfurl_links: false, unfurl_media: false };
  await client.chat.postMessage({ channel: user, text, ...quiet }).catch(() => undefined);
}

/** Posts, and gives the link to the post; null where Slack gives none. */
async function post(
  bot: Bot,
  { user, client }: ViewSubmissionRequest,
  question: string,
): Promise<string | null> {
  const channel = teamChannelId(bot);
  if (channel === undefined) throw new Error('The team’s channel is not set.');
  const { ts = '' } = await client.chat.postMessage({
    channel,
    ...askTeamPost(user, question),
    unfurl_links: false,
    unfurl_media: false,
  });
  const found = await client.chat
    .getPermalink({ channel, message_ts: ts })
    .catch(() => ({ permalink: undefined }));
  const link = found.permalink ?? null;
  bot.store.record({ kind: 'handed', row: { channel, ts, link: link ?? '' } });
  return link;
}

function teamChannelName(bot: Bot): string {
  return fallbackChannel(bot.rules().book) ?? '';
}

function teamChannelId(bot: Bot): string | undefined {
  return bot.channels()[teamChannelName(bot)];
}
