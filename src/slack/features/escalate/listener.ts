import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { fallbackChannel } from '../../../answer/fallback-channel';
import type { OurClaim } from '../../../store/claims';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';
import { OUTDATED } from '../../blocks/outdated';
import type { Bot } from '../../bot';
import type { RequestOutcome } from '../../listener-task';
import { isFullMember } from '../../membership';
import { typedText } from '../../payloads/typed-text';
import { runListener } from '../../run-listener';
import type { Sign } from '../../signed-value';
import type { ViewSubmissionRequest } from '../../view-submission';
import { askedIn, linkTo, permalink } from './asked-in';
import { ASK_TEAM_TEXT, askTeamModal, pasteModal, postedModal, repeatedModal } from './blocks';
import { decodeAskedIn, decodeEscalation } from './payload';
import { postMark, teamPost } from './post-blocks';
import { postOnce } from './post-once';

const NO_GUESTS = "Guests can't ask the team. Ask a colleague to do it for you.";

/** "Ask the team": shows the asker what the bot will post. This press posts nothing. */
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
        return refused(
          'Only the person who asked can send the question to the team.',
          'not-the-asker',
        );
      }
      if (!(await isFullMember(user, { client, log: bot.log }))) return refused(NO_GUESTS, 'guest');
      const { question, isCut } = asked;
      const [channel, canPost] = [teamChannelName(bot), teamChannelId(bot) !== undefined];
      const view = askTeamModal({ question, isCut, channel, canPost, askedIn: askedIn(request) });
      await client.views.open({ trigger_id: trigger, view });
      return { outcome: 'ask-team-opened' };
    },
  });
}

/**
 * Posts the edited question to the team's channel, and gives the asker the link to it. Where it cannot be posted, the
 * modal gives the text to paste, and says where. Slack waits 3 s with the modal for the acknowledgement, which carries
 * either, so that no second call can fail. One view posts once, however often it is submitted.
 */
export function postToTeam(bot: Bot, request: ViewSubmissionRequest): Promise<void> {
  const { view, client, user } = request;
  const question = typedText(view.state, ASK_TEAM_TEXT);
  const channel = bot.fallbackChannel() ?? '';
  let isOpen = true;
  const show = async (next: ModalView): Promise<void> => {
    if (isOpen) await request.show(next);
    else await client.views.update({ view_id: view.id, view: next }).catch(() => undefined);
  };
  return runListener(bot, {
    kind: 'modal',
    apologyChannels: () =>
      request.apologyChannels(({ isLate }) => {
        isOpen = false;
        return pasteModal({ question, channel, isUnknown: isLate });
      }),
    async run() {
      if (question.trim() === '') {
        await request.refuse({ [ASK_TEAM_TEXT]: 'Enter your question.' });
        return { outcome: 'no-question' };
      }
      const [isMember, link] = await Promise.all([
        isFullMember(user, { client, log: bot.log }),
        linkTo(decodeAskedIn(view.private_metadata), client),
      ]);
      if (!isMember) {
        await show(pasteModal({ question: '', channel, isUnknown: false }));
        return { outcome: 'guest' };
      }
      return postClaimed(bot, { id: view.id, askedBy: user, question, link }, { show, client });
    },
  });
}

interface Submitted {
  /** Of the view. */
  readonly id: string;
  readonly askedBy: string;
  readonly question: string;
  /** To where it was asked. */
  readonly link: string | null;
}

interface Asker {
  readonly client: WebClient;
  readonly show: (next: ModalView) => Promise<void>;
}

async function postClaimed(bot: Bot, submitted: Submitted, asker: Asker): Promise<RequestOutcome> {
  const claim = await bot.store.claim({ ids: [['ask-team', submitted.id]], isRetry: false });
  if (claim.state !== 'ours') {
    await asker.show(repeatedModal(teamChannelName(bot)));
    return { outcome: 'asked-before' };
  }
  const posted = await postOrRelease(bot, submitted, claim);
  await claim.answered();
  const channel = teamChannelName(bot);
  if (posted === null) {
    await asker.show(pasteModal({ question: submitted.question, channel, isUnknown: true }));
    return { outcome: 'asked-team-unknown' };
  }
  const place = posted.link ?? channel;
  await asker.show(postedModal(place));
  await sendLink(asker.client, submitted.askedBy, place);
  return { outcome: 'asked-team' };
}

async function postOrRelease(
  bot: Bot,
  submitted: Submitted,
  claim: OurClaim,
): ReturnType<typeof post> {
  try {
    return await post(bot, submitted, claim.mayBeAnswered);
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** Posts; gives the link to the post, where Slack gives one, or null where it is unknown whether Slack took it. */
async function post(
  bot: Bot,
  { id: viewId, askedBy, question, link }: Submitted,
  mayExist: boolean,
): Promise<{ link: string | null } | null> {
  const channel = teamChannelId(bot);
  if (channel === undefined) throw new Error('The team’s channel is not set.');
  const { book, router } = bot.rules();
  const id = escalationId(viewId, bot.sign);
  const routed = router.route(question, { surface: 'slash' });
  const content = teamPost({ id, askedBy, question, link, routed }, { book, sign: bot.sign });
  const ts = await postOnce(bot, { channel, content, mark: postMark(id), mayExist });
  if (ts === null) return null;
  const postLink = await permalink(bot.singleTryClient, { channel, ts });
  bot.store.record({ kind: 'handed', id, row: { channel, ts, link: postLink ?? '' } });
  return { link: postLink };
}

/** A UUID (version 8) that every copy of the bot makes of the same view. */
function escalationId(viewId: string, sign: Sign): string {
  const hex = sign(`escalation ${viewId}`);
  const part = (from: number, to: number): string => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
}

/** The modal shows the link already: where this fails, the asker loses nothing. */
async function sendLink(client: WebClient, user: string, place: string): Promise<void> {
  const text = `I sent your question to the team: ${place}`;
  const quiet = { unfurl_links: false, unfurl_media: false };
  await client.chat.postMessage({ channel: user, text, ...quiet }).catch(() => undefined);
}

function teamChannelName(bot: Bot): string {
  return fallbackChannel(bot.rules().book) ?? '';
}

function teamChannelId(bot: Bot): string | undefined {
  return bot.channels()[teamChannelName(bot)];
}
