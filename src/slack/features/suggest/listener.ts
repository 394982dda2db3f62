import { z } from 'zod';
import { knownWords } from '../../../answer/known-words';
import { isTraceable, mask } from '../../../answer/mask';
import { AGREED, KEEP_CONSENT, suggestModal, suggestedModal, SUGGESTED_TEXT } from './blocks';
import { noteModal } from '../../blocks/note-modal';
import { OUTDATED } from '../../blocks/outdated';
import { isEmail } from '../../../router/utterance';
import type { Bot } from '../../bot';
import { runListener } from '../../run-listener';
import { decodeSuggestion, decodeSuggestModal } from './payload';
import { typedText } from '../../payloads/typed-text';
import type { ReturnedView } from '../../payloads/returned-view';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';
import type { ViewSubmissionRequest } from '../../view-submission';

/** "Suggest this question": shows the asker the masked text that would be kept. This keeps nothing. */
export function openSuggestion(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { value, user, trigger, client } = request;
  return runListener(bot, {
    kind: 'button',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const { book } = bot.rules();
      const suggested = decodeSuggestion(value, book, bot.sign);
      if (suggested === undefined || suggested.question.question === '') {
        await replyPrivately(request, OUTDATED);
        return { outcome: 'outdated-button' };
      }
      const { question, answer } = suggested;
      if (question.askedBy !== user) {
        await replyPrivately(request, {
          text: 'Only the person who asked can suggest the question.',
        });
        return { outcome: 'not-the-asker' };
      }
      const text = mask(question.question, knownWords(book));
      const view = suggestModal(text, { answer, days: bot.store.retentionDays });
      await client.views.open({ trigger_id: trigger, view });
      return { outcome: 'keep-text-opened' };
    },
  });
}

/** Keeps the text as it stands in the modal, if its box is ticked and nothing in it can be traced to somebody. */
export function saveSuggestion(bot: Bot, request: ViewSubmissionRequest): Promise<void> {
  const { view } = request;
  return runListener(bot, {
    kind: 'modal',
    apologyChannels: () =>
      request.apologyChannels(({ text }) => noteModal(`${text} Nothing was kept.`)),
    async run() {
      const answer = decodeSuggestModal(view.private_metadata, bot.rules().book);
      // PostgreSQL takes no NUL in a text.
      const text = typedText(view.state, SUGGESTED_TEXT).replaceAll('\0', '').trim();
      const errors =
        answer === undefined ? { [SUGGESTED_TEXT]: OUTDATED.text } : faults(view, text);
      if (answer === undefined || errors !== null) {
        await request.refuse(errors ?? {});
        return { outcome: 'text-not-kept' };
      }
      const { version: rules, ...given } = answer;
      bot.store.record({ kind: 'text', row: { text, rules, ...given } });
      await request.show(suggestedModal());
      return { outcome: 'text-kept' };
    },
  });
}

/** Why the text is not kept, by the field that says so; null where it is. */
function faults(view: ReturnedView, text: string): Record<string, string> | null {
  if (!isTicked(view)) return { [KEEP_CONSENT]: 'Select the checkbox, or close this form.' };
  if (text === '') return { [SUGGESTED_TEXT]: 'There is no text to keep.' };
  if (isEmail(text)) return { [SUGGESTED_TEXT]: 'This looks like an email. I never keep emails.' };
  if (isTraceable(text)) {
    return { [SUGGESTED_TEXT]: 'Remove every address, link, number, and handle.' };
  }
  return null;
}

function isTicked({ state }: ReturnedView): boolean {
  const field = state.values[KEEP_CONSENT]?.[KEEP_CONSENT];
  const options = z.object({ selected_options: z.array(z.object({ value: z.string() })) });
  const { success, data } = options.safeParse(field);
  return success && data.selected_options.some(({ value }) => value === AGREED);
}
