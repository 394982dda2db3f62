import type { ComponentType } from 'react';
import { type Block, stringOf } from './block';
import { ButtonElement } from './button-element';
import { FeedbackButtons } from './feedback-buttons';
import { IconButton } from './icon-button';
import { OptionsElement } from './options-element';
import { OverflowElement } from './overflow-element';
import { SelectElement } from './select-element';
import { TextInput } from './text-input';

export interface ElementProps {
  readonly element: Block;
  /** The block that holds it. */
  readonly block: Block;
  /** What it is for, where a text beside it says so. */
  readonly label?: string | undefined;
  /** The id of an input's label or error, for assistive technology. */
  readonly describedBy?: string | undefined;
  readonly id?: string | undefined;
}

const kinds: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: ButtonElement,
  checkboxes: OptionsElement,
  email_text_input: TextInput,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
  number_input: TextInput,
  overflow: OverflowElement,
  plain_text_input: TextInput,
  radio_buttons: OptionsElement,
  static_select: SelectElement,
  url_text_input: TextInput,
};

/** An element to press or fill in. */
export function Element(props: ElementProps) {
  const type = stringOf(props.element, 'type');
  const Kind = kinds[type];
  if (Kind === undefined) return <em className="not-drawn">{type} is not drawn here</em>;
  return <Kind {...props} />;
}
