import type {
  App,
  BlockAction,
  ButtonAction,
  RespondArguments,
  RespondFn,
  StaticSelectAction,
  ViewSubmitAction,
} from '@slack/bolt';
import { CHOOSE, CHOOSE_NONE } from '../../replies/slack/choices';
import { ASK_TEAM, ASK_TEAM_MODAL } from '../../replies/slack/ask-team';
import { FEEDBACK, NOT_WHAT_I_ASKED, SHARE } from '../../replies/slack/follow-ups';
import { TRY } from '../../replies/slack/home';
import { KEEP_TEXT, KEEP_TEXT_MODAL } from '../../replies/slack/keep-text';
import { LEAD_MODAL, LEAD_PROGRAM } from '../../replies/slack/lead-modal';
import { HANDED_DONE } from '../../replies/slack/team-home';
import type { Bot } from '../bot';
import { COMMAND, LEAD_SHORTCUT } from '../names';
import { answerChoice } from './choose';
import { answerCommand } from './command';
import { answerDirectMessage } from './direct-message';
import { closeQuestion, showHome, tryExample } from './home';
import { keepText, openKeepText } from './keep-text';
import { routeLead } from './lead';
import { changeLeadProgram, chooseInModal, sendLead } from './lead-modal';
import { answerMention } from './mention';
import { openAskTeam, postToTeam } from './ask-team';
import { offerOthers, shareAnswer, takeFeedback } from './follow-ups';

/** Registers every listener; what each does stands in a file of its own. */
export function registerListeners(app: App, bot: Bot): void {
  registerCommand(app, bot);
  app.event('app_mention', (args) => answerMention(bot, args));
  app.event('message', (args) => answerDirectMessage(bot, args));
  app.event('app_home_opened', (args) => showHome(bot, args));
  app.shortcut({ callback_id: LEAD_SHORTCUT, type: 'message_action' }, (args) =>
    routeLead(bot, { ...args, shortcut: args.shortcut }),
  );
  registerChoices(app, bot);
  registerLeadModal(app, bot);
  registerFollowUps(app, bot);
  registerAskTeam(app, bot);
  registerKeepText(app, bot);
  app.action<BlockAction<ButtonAction>>(HANDED_DONE, async ({ ack, body, client }) => {
    await ack();
    await closeQuestion(bot, { value: body.actions[0]?.value, user: body.user.id, client });
  });
  app.action<BlockAction<ButtonAction>>(TRY, async ({ ack, body, client }) => {
    await ack();
    const { user, trigger_id: trigger, actions } = body;
    await tryExample(bot, { value: actions[0]?.value, user: user.id, trigger, client });
  });
}

/**
 * Bolt runs the matchers of every listener for every request. A command is the request that people wait for, so it is
 * taken before the listeners.
 */
function registerCommand(app: App, bot: Bot): void {
  app.use(async (args) => {
    if ('command' in args && args.command.command === COMMAND) await answerCommand(bot, args);
    else await args.next();
  });
}

function registerChoices(app: App, bot: Bot): void {
  const listen = async (body: BlockAction<ButtonAction>, args: ChoiceArguments): Promise<void> => {
    await args.ack();
    const [action] = body.actions;
    const { user } = body;
    const value = action?.value;
    if (body.view !== undefined) {
      await chooseInModal(bot, { view: body.view, value, user: user.id, client: args.client });
      return;
    }
    await answerChoice(bot, {
      value,
      user: user.id,
      channel: body.channel?.id ?? '',
      pressedOn: pressedOn(body),
      message: body.message === undefined ? null : messageOf(body.message),
      respond: inThread(body, args.respond),
      client: args.client,
    });
  };
  for (const id of [CHOOSE, CHOOSE_NONE]) {
    app.action<BlockAction<ButtonAction>>(id, ({ body, ...args }) => listen(body, args));
  }
}

/** What is said to a press in a thread is said in that thread: without its timestamp Slack shows it in the channel. */
function inThread<M extends object>(
  { message }: BlockAction,
  respond: (message: M & { thread_ts?: string }) => Promise<unknown>,
): (message: M) => Promise<unknown> {
  const thread: unknown = message?.['thread_ts'];
  return (said) => respond(typeof thread === 'string' ? { ...said, thread_ts: thread } : said);
}

/** Says a sentence to whoever pressed, and to nobody else. */
function tellPresser(body: BlockAction, respond: RespondFn): (text: string) => Promise<unknown> {
  const say = inThread<RespondArguments>(body, respond);
  return (text) => say({ response_type: 'ephemeral', replace_original: false, text });
}

/** Timestamp of the message whose button was pressed, a private one too. */
function pressedOn({ container }: BlockAction): string {
  return String(container['message_ts'] ?? '');
}

type ChoiceArguments = { readonly ack: () => Promise<void> } & Pick<
  Parameters<typeof answerChoice>[1],
  'respond' | 'client'
>;

function messageOf(message: { ts: string; blocks?: unknown }): { ts: string; blocks: unknown[] } {
  return { ts: message.ts, blocks: Array.isArray(message.blocks) ? message.blocks : [] };
}

function registerLeadModal(app: App, bot: Bot): void {
  app.action<BlockAction<StaticSelectAction>>(LEAD_PROGRAM, async ({ ack, body, client }) => {
    await ack();
    if (body.view === undefined) return;
    const value = body.actions[0]?.selected_option.value;
    await changeLeadProgram(bot, { view: body.view, value, user: body.user.id, client });
  });
  app.view(LEAD_MODAL, ({ ack, body, view, client }) =>
    sendLead(bot, { ack: () => ack(), view, user: body.user.id, client }),
  );
}

function registerFollowUps(app: App, bot: Bot): void {
  const listeners = [
    [SHARE, shareAnswer],
    [NOT_WHAT_I_ASKED, offerOthers],
    [FEEDBACK, takeFeedback],
  ] as const;
  for (const [id, follow] of listeners) {
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, body, respond, client }) => {
      await ack();
      await follow(bot, {
        name: id,
        value: body.actions[0]?.value,
        user: { id: body.user.id, team: body.user.team_id },
        channel: body.channel?.id ?? '',
        pressedOn: pressedOn(body),
        ownTeam: body.team?.id,
        client,
        respond: inThread(body, respond),
      });
    });
  }
}

function registerAskTeam(app: App, bot: Bot): void {
  app.action<BlockAction<ButtonAction>>(ASK_TEAM, async ({ ack, body, client, respond }) => {
    await ack();
    await openAskTeam(bot, {
      value: body.actions[0]?.value,
      user: { id: body.user.id, team: body.user.team_id },
      ownTeam: body.team?.id,
      trigger: body.trigger_id,
      client,
      tell: tellPresser(body, respond),
    });
  });
  app.view<ViewSubmitAction>(ASK_TEAM_MODAL, ({ ack, body, view, client }) =>
    postToTeam(bot, { ack, view, user: body.user.id, client }),
  );
}

function registerKeepText(app: App, bot: Bot): void {
  app.action<BlockAction<ButtonAction>>(KEEP_TEXT, async ({ ack, body, client, respond }) => {
    await ack();
    await openKeepText(bot, {
      value: body.actions[0]?.value,
      user: body.user.id,
      trigger: body.trigger_id,
      client,
      tell: tellPresser(body, respond),
    });
  });
  app.view<ViewSubmitAction>(KEEP_TEXT_MODAL, ({ ack, view }) => keepText(bot, { ack, view }));
}
