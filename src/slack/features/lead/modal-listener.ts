import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { makeAnswer } from '../../../answer/answer';
import { chooseRoute, NO_ROUTE } from '../../../answer/choose';
import { greetingName } from '../../../answer/greeting-name';
import { preformatted } from '../../blocks/builders';
import { cardBlocks, fallbackText } from '../../blocks/card';
import { LEAD_FIELDS, leadModal, NO_PROGRAM } from './blocks';
import { noteModal } from '../../blocks/note-modal';
import { OUTDATED } from '../../blocks/outdated';
import type { RoutedAnswer } from '../../../router/types';
import type { RuleBook } from '../../../rule-book/types';
import type { Bot } from '../../bot';
import { runListener } from '../../run-listener';
import { parseWith, decodeChoice } from '../../payloads/button-value';
import { programId, routeId, version } from '../../payloads/route-value';
import { typedText } from '../../payloads/typed-text';
import type { ReturnedView } from '../../payloads/returned-view';
import { type BlockActionRequest, apologyChannelsFor } from '../../block-action';
import { recordChoice } from '../clarify/record-choice';
import type { ViewSubmissionRequest } from '../../view-submission';

const stateSchema = z.object({
  v: version,
  r: routeId.nullable(),
  p: programId,
  n: z.string().max(200).nullable(),
});
type State = z.infer<typeof stateSchema>;

type ViewPress = BlockActionRequest & { readonly view: ReturnedView };

/** Another program was selected: everything in the modal follows. */
export async function changeLeadProgram(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { view, value = NO_PROGRAM } = request;
  if (view === null) return;
  const program = value === NO_PROGRAM ? null : value;
  await redraw(bot, { ...request, view }, (state) => ({ ...state, p: program }));
}

/** One of the routes that fit was chosen, or none of them. */
export function chooseInModal(bot: Bot, request: ViewPress): Promise<void> {
  return redraw(bot, request, (state) => {
    const choice = decodeChoice(request.value);
    recordChoice(bot, { value: request.value, by: [request.user, request.view.id] });
    return { ...state, r: choice?.r ?? null, p: choice?.p ?? state.p };
  });
}

function redraw(bot: Bot, request: ViewPress, change: (state: State) => State): Promise<void> {
  const { view, client } = request;
  return runListener(bot, {
    kind: 'modal',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const state = parseWith(stateSchema, view.private_metadata);
      if (state === undefined) {
        await client.views.update({ view_id: view.id, view: noteModal(OUTDATED.text) });
        return { outcome: 'outdated-view' };
      }
      const { r, p, n } = change(state);
      const { book } = bot.rules();
      const routed = chosenIn(book, { r, p }) ?? NO_ROUTE;
      // What came back is looked at anew: only what reads like a name greets.
      const name = greetingName(n);
      const answer = makeAnswer(routed, book, name);
      const next = leadModal({ answer, book, channels: bot.channels(), name, sign: bot.sign });
      const only = view.hash === '' ? {} : { hash: view.hash };
      await client.views.update({ view_id: view.id, ...only, view: next });
      return { outcome: 'redrawn', route: 'route' in routed ? routed.route : null };
    },
  });
}

/** The route that the modal shows, if it shows one that the rule book still has. */
function chosenIn(book: RuleBook, { r, p }: Pick<State, 'r' | 'p'>): RoutedAnswer | undefined {
  return r === null ? undefined : chooseRoute(book, { route: r, program: p });
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
      const state = parseWith(stateSchema, view.private_metadata);
      const { book } = bot.rules();
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
