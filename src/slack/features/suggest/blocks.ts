import type { Button, ModalView } from '@slack/types';
import { context, section } from '../../blocks/builders';
import { takeUnits } from '../../blocks/cut';
import type { SignedQuestion } from '../../payloads/signed-question';
import { encodeSuggestion, encodeSuggestModal, type GivenAnswer } from './payload';

export const SUGGEST = 'keep-text';
export const SUGGEST_MODAL = 'keep-text';
export const SUGGESTED_TEXT = 'kept-text';
export const KEEP_CONSENT = 'keep-consent';
export const AGREED = 'agreed';
/** A question that somebody typed, not a letter. In characters. */
const LONGEST = 1600;

/**
 * A button for the asker alone: it shows the text before the bot keeps any of it. It carries what the bot answered, and
 * the signed question.
 */
export function suggestButton(answer: GivenAnswer, question: SignedQuestion): Button {
  return {
    type: 'button',
    action_id: SUGGEST,
    text: { type: 'plain_text', text: 'Suggest this question' },
    value: encodeSuggestion({ ...answer, signedQuestion: question }),
  };
}

const FRAME = {
  type: 'modal',
  callback_id: SUGGEST_MODAL,
  title: { type: 'plain_text', text: 'Suggest this question' },
} as const;

/** The exact text that will be kept, to edit, and a box that is unticked at first. */
export function suggestModal(
  text: string,
  { answer, days }: { answer: GivenAnswer; days: number },
): ModalView {
  return {
    ...FRAME,
    private_metadata: encodeSuggestModal(answer),
    close: { type: 'plain_text', text: 'Cancel' },
    submit: { type: 'plain_text', text: 'Keep it' },
    blocks: [
      section('The team uses suggested questions to improve the rules.'),
      {
        type: 'input',
        block_id: SUGGESTED_TEXT,
        label: { type: 'plain_text', text: 'Text to keep, exactly as shown here' },
        hint: { type: 'plain_text', text: 'Remove every name, including customer names.' },
        element: {
          type: 'plain_text_input',
          action_id: SUGGESTED_TEXT,
          multiline: true,
          initial_value: takeUnits(text, LONGEST),
          max_length: LONGEST,
        },
      },
      {
        type: 'input',
        block_id: KEEP_CONSENT,
        label: { type: 'plain_text', text: 'Your consent' },
        element: {
          type: 'checkboxes',
          action_id: KEEP_CONSENT,
          options: [
            { text: { type: 'plain_text', text: 'Keep this text for the team' }, value: AGREED },
          ],
        },
      },
      context(`I keep it without your name, and delete it after ${days} days.`),
    ],
  };
}

/** After it. */
export function suggestedModal(): ModalView {
  return {
    ...FRAME,
    close: { type: 'plain_text', text: 'Close' },
    blocks: [section('Thank you. I saved the text for the team.')],
  };
}
