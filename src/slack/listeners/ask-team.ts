import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { fallbackChannel } from '../../replies/fallback-channel';
import {
  ASK_TEAM_TEXT,
  askTeamModal,
  askTeamPost,
  postedModal,
  postingModal,
} from '../../replies/slack/ask-team';
import { OUTDATED } from '../../replies/slack/outdated';
import type { Bot } from '../bot';
import { guard, type Handled } from '../guard';
import { isFullMember, type Presser } from '../membership';
import { readAsked } from '../payloads/press';
import { typedText } from '../payloads/typed-text';
import type { ReturnedView } from './lead-modal';

interface OpenArguments {
  readonly value: string | undefined;
  readonly user: Presser;
  /** The workspace that the bot is installed in. */
  readonly ownTeam: string | undefined;
  readonly trigger: string;
  readonly client: WebClient;
  readonly tell: (text: string) => Promise<unknown>;
}

/** "Ask the team": shows the asker what will be posted. Nothing is posted by this press. */
export function openAskTeam(bot: Bot, press: OpenArguments): Promise<void> {
  const { value, user, trigger, client, tell, ownTeam } = press;
  return guard(bot, {
    kind: 'button',
    sorry: tell,
    async work() {
      const asked = readAsked(value, bot.seal);
      const refused = async (text: string, outcome: string): Promise<Handled> => {
        await tell(text);
        return { outcome };
      };
      if (asked === undefined) return refused(OUTDATED.text, 'outdated-button');
      if (asked.user !== user.id) {
        return refused('Only who asked can hand the question to the team.', 'not-the-asker');
      }
      if (!(await isFullMember(user, { client, log: bot.log, ownTeam }))) {
        return refused('Guests cannot ask the team here. Please ask a colleague to.', 'guest');
      }
      await client.views.open({ trigger_id: trigger, view: modalFor(bot, asked) });
      return { outcome: 'ask-team-opened' };
    },
  });
}

function modalFor(bot: Bot, { text, isCut }: { text: string; isCut: boolean }): ModalView {
  const canPost = teamChannelId(bot) !== undefined;
  return askTeamModal({ question: text, isCut, channel: teamChannelName(bot), canPost });
}

interface SubmitArguments {
  readonly view: Pick<ReturnedView, 'id' | 'state'>;
  readonly user: string;
  readonly ack: (response: { response_action: 'update'; view: ModalView }) => Promise<void>;
  readonly client: WebClient;
}

/**
 * Posts the edited question to the team's channel, and gives the asker the link to it. Where it cannot be posted, the
 * modal gives the text to paste, and says where.
 */
export function postToTeam(bot: Bot, submission: SubmitArguments): Promise<void> {
  const { view, client, ack } = submission;
  const question = typedText(view.state, ASK_TEAM_TEXT);
  const channel = teamChannelName(bot);
  const show = (next: ModalView): Promise<unknown> =>
    client.views.update({ view_id: view.id, view: next });
  return guard(bot, {
    kind: 'modal',
    sorry: () => show(askTeamModal({ question, isCut: false, channel, canPost: false })),
    async work() {
      // Slack waits 3 s for the acknowledgement, and a post may take longer: a second press would post twice.
      await ack({ response_action: 'update', view: postingModal() });
      const link = await post(bot, submission, question);
      await show(postedModal(link ?? channel)).catch(() => undefined);
      const text = `Your question is with the team: ${link ?? channel}`;
      await client.chat
        .postMessage({ channel: submission.user, text, unfurl_links: false, unfurl_media: false })
        .catch(() => undefined);
      return { outcome: 'asked-team' };
    },
  });
}

/** Posts, and gives the link to the post; null where Slack gives none. */
async function post(
  bot: Bot,
  { user, client }: SubmitArguments,
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
