import type { App, BlockAction, MessageShortcut, ViewSubmitAction } from '@slack/bolt';
import { CHOOSE, CHOOSE_NONE } from './features/clarify/blocks';
import { ASK_TEAM, ASK_TEAM_MODAL } from './features/escalate/blocks';
import { FEEDBACK, NOT_WHAT_I_ASKED, SHARE, SHARE_ANYWAY } from './features/feedback/blocks';
import { TRY } from './features/home/blocks';
import { SUGGEST, SUGGEST_MODAL } from './features/suggest/blocks';
import { LEAD_MODAL, LEAD_PROGRAM, LEAD_ROUTE } from './features/lead/blocks';
import { RESOLVE } from './features/home/team-blocks';
import type { Bot } from './bot';
import { COMMAND, LEAD_SHORTCUT } from './names';
import { answerChoice } from './features/clarify/listener';
import { answerCommand } from './features/ask/command';
import { answerDirectMessage } from './features/ask/direct-message';
import { closeQuestion, showHome, tryExample } from './features/home/listener';
import { saveSuggestion, openSuggestion } from './features/suggest/listener';
import { routeLead } from './features/lead/listener';
import { changeLeadProgram, changeLeadRoute, sendLead } from './features/lead/modal-listener';
import { answerMention } from './features/ask/mention';
import { showRoute } from './features/ask/show-route';
import { SHOW_ROUTE } from './features/ask/topic-buttons';
import { openAskTeam, postToTeam } from './features/escalate/listener';
import { TEAM_STEP } from './features/escalate/post-blocks';
import { takeTeamStep } from './features/escalate/team-step';
import { offerOthers, shareAnswer, shareAnyway, takeFeedback } from './features/feedback/listener';
import { onBlockAction, type BlockActionRequest } from './block-action';
import { onViewSubmission, type ViewSubmissionRequest } from './view-submission';
import { accessControl } from './middleware/access-control';

const ACTIONS: readonly (readonly [
  string | RegExp,
  (bot: Bot, request: BlockActionRequest) => Promise<void>,
])[] = [
  [CHOOSE, answerChoice],
  [CHOOSE_NONE, answerChoice],
  [LEAD_PROGRAM, changeLeadProgram],
  [LEAD_ROUTE, changeLeadRoute],
  [SHARE, shareAnswer],
  [SHARE_ANYWAY, shareAnyway],
  [NOT_WHAT_I_ASKED, offerOthers],
  [FEEDBACK, takeFeedback],
  [ASK_TEAM, openAskTeam],
  [TEAM_STEP, takeTeamStep],
  [SUGGEST, openSuggestion],
  [RESOLVE, closeQuestion],
  [TRY, tryExample],
  [SHOW_ROUTE, showRoute],
];

const VIEWS: readonly (readonly [
  string,
  (bot: Bot, submission: ViewSubmissionRequest) => Promise<void>,
])[] = [
  [LEAD_MODAL, sendLead],
  [ASK_TEAM_MODAL, postToTeam],
  [SUGGEST_MODAL, saveSuggestion],
];

/** Registers every listener with Bolt. Each listener stands in the folder of its feature. */
export function registerListeners(app: App, bot: Bot): void {
  app.use(accessControl(bot));
  app.command(COMMAND, (args) => answerCommand(bot, args));
  app.event('app_mention', (args) => answerMention(bot, args));
  app.event('message', (args) => answerDirectMessage(bot, args));
  app.event('app_home_opened', (args) => showHome(bot, args));
  app.shortcut<MessageShortcut>(
    { callback_id: LEAD_SHORTCUT, type: 'message_action' },
    ({ shortcut, ack, client, respond }) => routeLead(bot, { shortcut, ack, client, respond }),
  );
  for (const [id, listen] of ACTIONS) app.action<BlockAction>(id, onBlockAction(bot, listen));
  for (const [id, listen] of VIEWS) app.view<ViewSubmitAction>(id, onViewSubmission(bot, listen));
}
