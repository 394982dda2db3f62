import { z } from 'zod';
import { knownWords } from '../../../answer/known-words';
import { isTraceable, mask } from '../../../answer/mask';
import { AGREED, KEEP_CONSENT, keepTextModal, keptModal, KEPT_TEXT, type Said } from './blocks';
import { noteModal } from '../../blocks/note-modal';
import { OUTDATED } from '../../blocks/outdated';
import { isLetter } from '../../../router/utterance';
import type { Bot } from '../../bot';
import { guard } from '../../run-listener';
import { parseWith, readAsked } from '../../payloads/button-value';
import { isKnown, programId, routeId, version } from '../../payloads/route-value';
import { typedText } from '../../payloads/typed-text';
import type { ReturnedView } from '../../payloads/returned-view';
import { type Press, sorryTo, tellPresser } from '../../block-action';
import type { Submission } from '../../view-submission';

const saidSchema = z.object({
  v: version,
  oc: z.enum(['answer', 'none']),
  r: routeId.nullable(),
  p: programId,
});

/** "Help mend the rules": shows the asker the masked text that would be kept. Nothing is kept by this press. */
export function openKeepText(bot: Bot, press: Press): Promise<void> {
  const { value, user, trigger, client } = press;
  return guard(bot, {
    kind: 'button',
    sorry: () => sorryTo(press),
    async work() {
      const said = readSaid(bot, value ?? '');
      const asked = readAsked(value, bot.seal);
      if (said === undefined || asked === undefined || asked.text === '') {
        await tellPresser(press, OUTDATED);
        return { outcome: 'outdated-button' };
      }
      if (asked.user !== user) {
        await tellPresser(press, { text: 'Only who asked can give the question.' });
        return { outcome: 'not-the-asker' };
      }
      const text = mask(asked.text, knownWords(bot.rules().book));
      const view = keepTextModal(text, { said, days: bot.store.retentionDays });
      await client.views.open({ trigger_id: trigger, view });
      return { outcome: 'keep-text-opened' };
    },
  });
}

/** Keeps the text as it stands in the modal, if its box is ticked and nothing in it can be traced to somebody. */
export function keepText(bot: Bot, submission: Submission): Promise<void> {
  const { view } = submission;
  return guard(bot, {
    kind: 'modal',
    sorry: () => submission.sorry(({ text }) => noteModal(`${text} Nothing was kept.`)),
    async work() {
      const said = readSaid(bot, view.private_metadata);
      // PostgreSQL takes no NUL in a text.
      const text = typedText(view.state, KEPT_TEXT).replaceAll('\0', '').trim();
      const errors = said === undefined ? { [KEPT_TEXT]: OUTDATED.text } : faults(view, text);
      if (said === undefined || errors !== null) {
        await submission.refuse(errors ?? {});
        return { outcome: 'text-not-kept' };
      }
      bot.store.record({ kind: 'text', row: rowOf(said, text) });
      await submission.show(keptModal());
      return { outcome: 'text-kept' };
    },
  });
}

/** What was said to the question; undefined where it names what the rule book does not know. */
function readSaid(bot: Bot, metadata: string): Said | undefined {
  const said = parseWith(saidSchema, metadata);
  return said !== undefined && isKnown(bot.rules().book, said) ? said : undefined;
}

function rowOf({ v, oc, r, p }: Said, text: string) {
  return { text, outcome: oc, route: r, program: p, rules: v };
}

/** Why the text is not kept, by the field that says so; null where it is. */
function faults(view: ReturnedView, text: string): Record<string, string> | null {
  if (!isTicked(view)) return { [KEEP_CONSENT]: 'Tick the box, or close this without keeping.' };
  if (text === '') return { [KEPT_TEXT]: 'There is no text to keep.' };
  if (isLetter(text)) return { [KEPT_TEXT]: 'This reads like an email. None is ever kept.' };
  if (isTraceable(text)) {
    return { [KEPT_TEXT]: 'Please take out every address, link, number and handle.' };
  }
  return null;
}

function isTicked({ state }: ReturnedView): boolean {
  const field = state.values[KEEP_CONSENT]?.[KEEP_CONSENT];
  const options = z.object({ selected_options: z.array(z.object({ value: z.string() })) });
  const { success, data } = options.safeParse(field);
  return success && data.selected_options.some(({ value }) => value === AGREED);
}
