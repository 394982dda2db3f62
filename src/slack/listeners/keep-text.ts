import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { knownWords } from '../../replies/known-words';
import { isTraceable, mask } from '../../replies/mask';
import {
  AGREED,
  KEEP_CONSENT,
  keepTextModal,
  keptModal,
  KEPT_TEXT,
  type Said,
} from '../../replies/slack/keep-text';
import { OUTDATED } from '../../replies/slack/outdated';
import { isLetter } from '../../routing/utterance';
import type { Bot } from '../bot';
import { guard } from '../guard';
import { parseWith, readAsked } from '../payloads/press';
import { typedText } from '../payloads/typed-text';
import type { ReturnedView } from './lead-modal';

const saidSchema = z.object({
  v: z.string().max(64),
  oc: z.enum(['answer', 'none']),
  r: z.string().max(100).nullable(),
  p: z.string().max(100).nullable(),
});

interface OpenArguments {
  readonly value: string | undefined;
  readonly user: string;
  readonly trigger: string;
  readonly client: WebClient;
  readonly tell: (text: string) => Promise<unknown>;
}

/** "Help mend the rules": shows the asker the masked text that would be kept. Nothing is kept by this press. */
export function openKeepText(bot: Bot, press: OpenArguments): Promise<void> {
  const { value, user, trigger, client, tell } = press;
  return guard(bot, {
    kind: 'button',
    sorry: tell,
    async work() {
      const said = parseWith(saidSchema, value);
      const asked = readAsked(value, bot.seal);
      if (said === undefined || asked === undefined || asked.text === '') {
        await tell(OUTDATED.text);
        return { outcome: 'outdated-button' };
      }
      if (asked.user !== user) {
        await tell('Only who asked can give the question.');
        return { outcome: 'not-the-asker' };
      }
      const text = mask(asked.text, knownWords(bot.rules().book));
      const view = keepTextModal(text, { said, days: bot.store.retentionDays });
      await client.views.open({ trigger_id: trigger, view });
      return { outcome: 'keep-text-opened' };
    },
  });
}

type Response =
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> };

interface SubmitArguments {
  readonly view: Pick<ReturnedView, 'private_metadata' | 'state'>;
  readonly ack: (response: Response) => Promise<void>;
}

/** Keeps the text as it stands in the modal, if its box is ticked and nothing in it can be traced to somebody. */
export function keepText(bot: Bot, { view, ack }: SubmitArguments): Promise<void> {
  return guard(bot, {
    kind: 'modal',
    sorry: () => Promise.resolve(),
    async work() {
      const said = parseWith(saidSchema, view.private_metadata);
      // PostgreSQL takes no NUL in a text.
      const text = typedText(view.state, KEPT_TEXT).replaceAll('\0', '').trim();
      const errors = said === undefined ? { [KEPT_TEXT]: OUTDATED.text } : faults(view, text);
      if (said === undefined || errors !== null) {
        await ack({ response_action: 'errors', errors: errors ?? {} });
        return { outcome: 'text-not-kept' };
      }
      bot.store.record({ kind: 'text', row: rowOf(said, text) });
      await ack({ response_action: 'update', view: keptModal() });
      return { outcome: 'text-kept' };
    },
  });
}

function rowOf({ v, oc, r, p }: Said, text: string) {
  return { text, outcome: oc, route: r, program: p, rules: v };
}

/** Why the text is not kept, by the field that says so; null where it is. */
function faults(view: SubmitArguments['view'], text: string): Record<string, string> | null {
  if (!isTicked(view)) return { [KEEP_CONSENT]: 'Tick the box, or close this without keeping.' };
  if (text === '') return { [KEPT_TEXT]: 'There is no text to keep.' };
  if (isLetter(text)) return { [KEPT_TEXT]: 'This reads like an email. None is ever kept.' };
  if (isTraceable(text)) {
    return { [KEPT_TEXT]: 'Please take out every address, link, number and handle.' };
  }
  return null;
}

function isTicked({ state }: SubmitArguments['view']): boolean {
  const field = state.values[KEEP_CONSENT]?.[KEEP_CONSENT];
  const options = z.object({ selected_options: z.array(z.object({ value: z.string() })) });
  const { success, data } = options.safeParse(field);
  return success && data.selected_options.some(({ value }) => value === AGREED);
}
