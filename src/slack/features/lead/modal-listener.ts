import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../../answer/answer';
import { chooseRoute, NO_ROUTE } from '../../../answer/choose';
import { greetingName } from '../../../answer/greeting-name';
import { preformatted } from '../../blocks/builders';
import { cardBlocks, fallbackText } from '../../blocks/card';
import { LEAD_FIELDS, leadModal } from './blocks';
import { noteModal } from '../../blocks/note-modal';
import { OUTDATED } from '../../blocks/outdated';
import type { Routed, RoutedAnswer } from '../../../router/types';
import { describeError } from '../../delivery/describe-error';
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

/** Another route was selected: everything in the modal follows. */
export async function changeLeadRoute(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { view, value } = request;
  if (view === null) return;
  await redraw(bot, { ...request, view }, (state, book) =>
    value !== undefined && Object.hasOwn(book.routes, value)
      ? { ...state, route: value }
      : undefined,
  );
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
      if (shown === undefined || state === undefined) {
        await client.views.update({ view_id: view.id, view: noteModal(OUTDATED.text) });
        return { outcome: 'outdated-view' };
      }
      const { routed, next } = drawn(bot, { state, edited: editedReply(view, shown, book) });
      await update(client, view, next);
      return { outcome: 'redrawn', route: 'route' in routed ? routed.route : null };
    },
  });
}

interface Redrawn {
  readonly state: LeadState;
  readonly edited: string | null;
}

function drawn(bot: Bot, { state, edited }: Redrawn): { routed: Routed; next: ModalView } {
  const { book } = bot.rules();
  const routed = chosenIn(book, state) ?? NO_ROUTE;
  // Only what reads like a name greets: the metadata came back from a client.
  const name = greetingName(state.senderName);
  const answer = makeAnswer(routed, book, name);
  const { route } = state;
  const next = leadModal({ answer, book, channels: bot.channels(), name, route, edited });
  return { routed, next };
}

/** Two selections in quick succession: the first is drawn already, and Slack refuses the second. */
async function update(client: WebClient, view: ReturnedView, next: ModalView): Promise<void> {
  const only = view.hash === '' ? {} : { hash: view.hash };
  try {
    await client.views.update({ view_id: view.id, ...only, view: next });
  } catch (error) {
    if (describeError(error).code !== 'hash_conflict') throw error;
  }
}

/** The reply as it stands in the modal, where somebody changed it; null where it is still the one that was offered. */
function editedReply(view: ReturnedView, shown: LeadState, book: RuleBook): string | null {
  const routed = chosenIn(book, shown);
  if (routed === undefined) return null;
  const { reply } = makeAnswer(routed, book, greetingName(shown.senderName));
  const subject = typedText(view.state, LEAD_FIELDS.subject);
  const body = typedText(view.state, LEAD_FIELDS.body);
  const isOffered = subject === (reply?.subject ?? '') && body === (reply?.body ?? '');
  return isOffered || body === '' ? null : `${subject}\n\n${body}`;
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

/** The reply as edited, in two blocks: each field holds as much as a block. */
function replyBlocks({ state }: ReturnedView): KnownBlock[] {
  const fields = [
    ['Subject', LEAD_FIELDS.subject],
    ['The reply to the lead', LEAD_FIELDS.body],
  ] as const;
  return fields.flatMap(([label, id]) => {
    const text = typedText(state, id);
    return text === '' ? [] : [preformatted(label, text)];
  });
}
