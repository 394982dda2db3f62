import type { KnownBlock } from '@slack/types';
import { makeAnswer } from '../../../answer/answer';
import { chooseRoute, NO_ROUTE } from '../../../answer/choose';
import { greetingName } from '../../../answer/greeting-name';
import { preformatted } from '../../blocks/builders';
import { cardBlocks, fallbackText } from '../../blocks/card';
import { LEAD_FIELDS, leadModal } from './blocks';
import { noteModal } from '../../blocks/note-modal';
import { OUTDATED } from '../../blocks/outdated';
import type { RoutedAnswer } from '../../../router/types';
import type { RuleBook } from '../../../rule-book/types';
import type { Bot } from '../../bot';
import { runListener } from '../../run-listener';
import { decodeChoice } from '../clarify/payload';
import { decodeLead, decodeProgram, type LeadState } from './payload';
import { typedText } from '../../payloads/typed-text';
import type { ReturnedView } from '../../payloads/returned-view';
import { type BlockActionRequest, apologyChannelsFor } from '../../block-action';
import { recordChoice } from '../clarify/record-choice';
import type { ViewSubmissionRequest } from '../../view-submission';

type ViewAction = BlockActionRequest & { readonly view: ReturnedView };

/** Another program was selected: everything in the modal follows. */
export async function changeLeadProgram(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { view, value } = request;
  if (view === null) return;
  await redraw(bot, { ...request, view }, (state, book) => {
    const program = decodeProgram(value, book);
    return program === undefined ? undefined : { ...state, program };
  });
}

/** One of the routes that fit was chosen, or none of them. */
export function chooseInModal(bot: Bot, request: ViewAction): Promise<void> {
  return redraw(bot, request, (state, book) => {
    const choice = decodeChoice(request.value, book, bot.sign);
    if (choice === undefined) return undefined;
    recordChoice(bot, choice, [request.user, request.view.id]);
    return { ...state, route: choice.route, program: choice.program ?? state.program };
  });
}

/** Draws the modal again. Where the button or the modal is not of this rule book, the modal says so. */
function redraw(
  bot: Bot,
  request: ViewAction,
  change: (state: LeadState, book: RuleBook) => LeadState | undefined,
): Promise<void> {
  const { view, client } = request;
  return runListener(bot, {
    kind: 'modal',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const { book } = bot.rules();
      const shown = decodeLead(view.private_metadata, book);
      const state = shown && change(shown, book);
      if (state === undefined) {
        await client.views.update({ view_id: view.id, view: noteModal(OUTDATED.text) });
        return { outcome: 'outdated-view' };
      }
      const routed = chosenIn(book, state) ?? NO_ROUTE;
      // Only what reads like a name greets: the metadata came back from a client.
      const name = greetingName(state.senderName);
      const answer = makeAnswer(routed, book, name);
      const next = leadModal({ answer, book, channels: bot.channels(), name });
      const only = view.hash === '' ? {} : { hash: view.hash };
      await client.views.update({ view_id: view.id, ...only, view: next });
      return { outcome: 'redrawn', route: 'route' in routed ? routed.route : null };
    },
  });
}

/** The route that the modal shows; undefined where it shows none. */
function chosenIn(book: RuleBook, { route, program }: LeadState): RoutedAnswer | undefined {
  return route === null ? undefined : chooseRoute(book, { route, program });
}

/**
 * "Send me this": the card and the reply as edited go into the user's own messages with the bot. Where they cannot, the
 * reply stays in the modal to copy; the modal closes when they are there.
 */
export function sendLead(bot: Bot, request: ViewSubmissionRequest): Promise<void> {
  const { view, user, client } = request;
  return runListener(bot, {
    kind: 'modal',
    apologyChannels: () =>
      request.apologyChannels(({ text }) => noteModal(text, replyBlocks(view))),
    async run() {
      const { book } = bot.rules();
      const state = decodeLead(view.private_metadata, book);
      const routed = state && chosenIn(book, state);
      if (routed === undefined) {
        await request.show(noteModal(OUTDATED.text, replyBlocks(view)));
        return { outcome: 'outdated-view' };
      }
      const answer = makeAnswer(routed, book);
      await client.chat.postMessage({
        channel: user,
        text: fallbackText(answer),
        blocks: [...cardBlocks(answer, bot.channels()), ...replyBlocks(view)],
        unfurl_links: false,
        unfurl_media: false,
      });
      await request.close();
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
