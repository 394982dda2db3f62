import type { ActionsBlock, Button } from '@slack/types';
import type { Answer, Choice } from '../../../answer/types';
import { plainLine } from '../../../answer/inline';
import { cut } from '../../blocks/cut';
import type { SignedQuestion } from '../../payloads/signed-question';
import { encodeChoice } from './payload';

/** Action ids of the buttons that choose; `chooseNone` is "None of these". */
export const CHOOSE = /^choose-\d$/;
export const CHOOSE_NONE = 'choose-none';
/** Block id of the buttons: a message that has it is still to be answered. */
export const CHOICES = 'choices';
const BUTTON_TEXT = 75;

interface ChoiceOptions {
  /** Of the rule book. */
  readonly version: string;
  /** Null where the asker cannot hand the question on. */
  readonly question: SignedQuestion | null;
}

/** A button for each route that may be meant, and one for none of them. */
export function choiceBlock(
  answer: Pick<Answer, 'choices'>,
  { version, question }: ChoiceOptions,
): ActionsBlock {
  const buttons = answer.choices.map((choice, at) => choiceButton(choice, at, version));
  const none: Button = {
    type: 'button',
    action_id: CHOOSE_NONE,
    text: { type: 'plain_text', text: 'None of these' },
    value: encodeChoice({
      version,
      route: null,
      program: null,
      ...(question !== null && { signedQuestion: question }),
    }),
  };
  return { type: 'actions', block_id: CHOICES, elements: [...buttons, none] };
}

function choiceButton({ candidate, title }: Choice, at: number, version: string): Button {
  return {
    type: 'button',
    action_id: `choose-${at}`,
    text: { type: 'plain_text', text: cut(plainLine(title), BUTTON_TEXT) },
    value: encodeChoice({ version, route: candidate.route, program: candidate.program }),
  };
}
