import type { ComponentType } from 'react';
import { stringOf } from './block';
import { ButtonElement } from './button-element';
import type { ElementProps } from './element-props';
import { FeedbackButtons } from './feedback-buttons';
import { IconButton } from './icon-button';
import { OptionsElement } from './options-element';
import { OverflowElement } from './overflow-element';
import { SelectElement } from './select-element';
import { TextInput } from './text-input';

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

/** An interactive element. */
export function Element(props: ElementProps) {
  const type = stringOf(props.element, 'type');
  const Kind = kinds[type];
  if (Kind === undefined) return <em className="not-drawn">{type} is not supported here</em>;
  return <Kind {...props} />;
}
