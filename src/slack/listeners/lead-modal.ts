import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { makeAnswer } from '../../replies/answer';
import { chooseRoute, NO_ROUTE } from '../../replies/choose';
import { greetingName } from '../../replies/greeting-name';
import { preformatted } from '../../replies/slack/block-builders';
import { cardBlocks, fallbackText } from '../../replies/slack/card';
import { LEAD_FIELDS, leadModal, NO_PROGRAM } from '../../replies/slack/lead-modal';
import type { RoutedAnswer } from '../../routing/types';
import type { RuleBook } from '../../rules/types';
import type { Bot } from '../bot';
import { guard } from '../guard';
import { parseWith, readChoice } from '../payloads/press';
import { typedText, type ViewState } from '../payloads/typed-text';
import { recordChoice } from './choose';

const stateSchema = z.object({
  v: z.string().max(64),
  r: z.string().max(100).nullable(),
  p: z.string().max(100).nullable(),
  n: z.string().max(200).nullable(),
});
type State = z.infer<typeof stateSchema>;

/** The parts of a view that come back from Slack. */
export interface ReturnedView {
  readonly id: string;
  readonly hash: string;
  readonly private_metadata: string;
  readonly state: ViewState;
}

interface PressArguments {
  readonly view: ReturnedView;
  readonly value: string | undefined;
  readonly user: string;
  readonly client: WebClient;
}

/** Another program was selected: everything in the modal follows. */
export function changeLeadProgram(bot: Bot, press: PressArguments): Promise<void> {
  const { value = NO_PROGRAM } = press;
  return redraw(bot, press, (state) => ({ ...state, p: value === NO_PROGRAM ? null : value }));
}

/** One of the routes that fit was chosen, or none of them. */
export function chooseInModal(bot: Bot, press: PressArguments): Promise<void> {
  const choice = readChoice(press.value);
  recordChoice(bot, { value: press.value, by: [press.user, press.view.id] });
  return redraw(bot, press, (state) => ({
    ...state,
    r: choice?.r ?? null,
    p: choice?.p ?? state.p,
  }));
}

function redraw(
  bot: Bot,
  { view, client, user }: PressArguments,
  change: (state: State) => State,
): Promise<void> {
  return guard(bot, {
    kind: 'modal',
    sorry: (text) => client.chat.postMessage({ channel: user, text }),
    async work() {
      const state = parseWith(stateSchema, view.private_metadata);
      if (state === undefined) return undefined;
      const { r, p, n } = change(state);
      const { book } = bot.rules();
      const routed = chosenIn(book, { r, p }) ?? NO_ROUTE;
      const { seal } = bot;
      // What came back is looked at anew: only what reads like a name greets.
      const name = greetingName(n);
      const answer = makeAnswer(routed, book, name);
      const next = leadModal({
        answer,
        book,
        channels: bot.channels(),
        name,
        seal,
      });
      await client.views.update({ view_id: view.id, hash: view.hash, view: next });
      return { outcome: 'redrawn', route: r };
    },
  });
}

/** The route that the modal shows, if it shows one that the rule book still has. */
function chosenIn(book: RuleBook, { r, p }: Pick<State, 'r' | 'p'>): RoutedAnswer | undefined {
  return r === null ? undefined : chooseRoute(book, { route: r, program: p });
}

interface SubmitArguments {
  readonly view: ReturnedView;
  readonly user: string;
  readonly ack: () => Promise<void>;
  readonly client: WebClient;
}

/** "Send me this": the card and the reply as edited go into the user's own messages with the bot. */
export function sendLead(bot: Bot, { view, user, ack, client }: SubmitArguments): Promise<void> {
  return guard(bot, {
    kind: 'modal',
    sorry: (text) => client.chat.postMessage({ channel: user, text }),
    async work() {
      await ack();
      const state = parseWith(stateSchema, view.private_metadata);
      const { book } = bot.rules();
      const routed = state && chosenIn(book, state);
      if (routed === undefined) return undefined;
      const answer = makeAnswer(routed, book);
      const blocks = [...cardBlocks(answer, bot.channels()), ...replyBlocks(view)];
      const text = fallbackText(answer);
      await client.chat.postMessage({
        channel: user,
        text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
      });
      return { outcome: 'sent', route: routed.route };
    },
  });
}

function replyBlocks({ state }: ReturnedView): KnownBlock[] {
  const fields = [LEAD_FIELDS.subject, LEAD_FIELDS.body];
  const text = fields
    .map((id) => typedText(state, id))
    .filter(Boolean)
    .join('\n\n');
  return text === '' ? [] : [preformatted('The reply to the lead', text)];
}
