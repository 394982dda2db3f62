import type { ActionsBlock, Button } from '@slack/types';
import type { Answer, Choice } from '../../../answer/answer';
import { plainLine } from '../../../answer/inline';
import { type Asked, askTeamValue, type Sign } from '../escalate/blocks';
import { cut } from '../../blocks/builders';

/** What a button needs travels in its value: which rule book made it, and the route and program it stands for. */
interface ChoiceValue {
  readonly v: string;
  readonly r: string;
  readonly p: string | null;
}

/** Action ids of the buttons that choose; `chooseNone` is "None of these". */
export const CHOOSE = /^choose-\d$/;
export const CHOOSE_NONE = 'choose-none';
/** Block id of the buttons: a message that has it is still to be answered. */
export const CHOICES = 'choices';
const BUTTON_TEXT = 75;

interface ChoiceOptions {
  /** Of the rule book. */
  readonly version: string;
  /** Null where the question cannot be handed on. */
  readonly asked: Asked | null;
  readonly sign: Sign;
}

/** A button for each route that may be meant, and one for none of them. */
export function choiceBlock(
  answer: Pick<Answer, 'choices'>,
  { version, asked, sign }: ChoiceOptions,
): ActionsBlock {
  const buttons = answer.choices.map((choice, at) => choiceButton(choice, at, version));
  const none: Button = {
    type: 'button',
    action_id: CHOOSE_NONE,
    text: { type: 'plain_text', text: 'None of these' },
    value: JSON.stringify({ v: version, ...(asked !== null && askTeamValue(asked, sign)) }),
  };
  return { type: 'actions', block_id: CHOICES, elements: [...buttons, none] };
}

function choiceButton({ candidate, title }: Choice, at: number, version: string): Button {
  const value: ChoiceValue = { v: version, r: candidate.route, p: candidate.program };
  return {
    type: 'button',
    action_id: `choose-${at}`,
    text: { type: 'plain_text', text: cut(plainLine(title), BUTTON_TEXT) },
    value: JSON.stringify(value),
  };
}
