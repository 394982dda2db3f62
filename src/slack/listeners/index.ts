import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { CHOOSE, CHOOSE_NONE } from '../../replies/slack/choices';
import { LEAD_MODAL, LEAD_PROGRAM } from '../../replies/slack/lead-modal';
import type { Bot } from '../bot';
import { COMMAND, LEAD_SHORTCUT } from '../names';
import { answerChoice } from './choose';
import { answerCommand } from './command';
import { answerDirectMessage } from './direct-message';
import { showHome } from './home';
import { routeLead } from './lead';
import { changeLeadProgram, chooseInModal, sendLead } from './lead-modal';
import { answerMention } from './mention';

/** Registers every listener; what each does stands in a file of its own. */
export function registerListeners(app: App, bot: Bot): void {
  app.command(COMMAND, (args) => answerCommand(bot, args));
  app.event('app_mention', (args) => answerMention(bot, args));
  app.event('message', (args) => answerDirectMessage(bot, args));
  app.event('app_home_opened', (args) => showHome(bot, args));
  app.shortcut({ callback_id: LEAD_SHORTCUT, type: 'message_action' }, (args) =>
    routeLead(bot, { ...args, shortcut: args.shortcut }),
  );
  registerChoices(app, bot);
  registerLeadModal(app, bot);
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
      message: body.message === undefined ? null : messageOf(body.message),
      respond: args.respond,
      client: args.client,
    });
  };
  for (const id of [CHOOSE, CHOOSE_NONE]) {
    app.action<BlockAction<ButtonAction>>(id, ({ body, ...args }) => listen(body, args));
  }
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
