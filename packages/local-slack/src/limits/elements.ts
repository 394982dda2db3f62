import { type Check, all, boolean, integer, list, matching, oneOf, shape, string } from './checks';
import {
  choiceOption,
  confirmDialog,
  conversationFilter,
  imageSource,
  initialOptionOffered,
  initialOptionsOffered,
  menuOption,
  oneImageSource,
  oneOptionSource,
  optionGroup,
  overflowOption,
} from './composition-objects';
import { richText } from './rich-text';
import { plainText } from './text-objects';

/** https://docs.slack.dev/reference/block-kit/block-elements */
type Elements = Record<string, Check>;

const actionId = { action_id: string({ min: 1, max: 255 }) };
const confirm = { confirm: confirmDialog };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(150) };
const picker = { ...actionId, ...confirm, ...focus, ...placeholder };
const accessibility = { accessibility_label: string({ max: 75 }) };
const dispatch = {
  dispatch_action_config: shape(
    {},
    {
      trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1 }),
    },
  ),
};
const typed = { ...actionId, ...focus, ...placeholder, ...dispatch };
const buttonText = { text: plainText(75) };
const buttonValue = string({ max: 2000 });
const buttonStyle = { style: oneOf('primary', 'danger') };
const several = { max_selected_items: integer({ min: 1 }) };
const menu = {
  options: list(menuOption, { min: 1, max: 100 }),
  option_groups: list(optionGroup, { min: 1, max: 100 }),
};
const conversations = { default_to_current_conversation: boolean, filter: conversationFilter };
const answerable = { response_url_enabled: boolean };
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');
const inputLength = { min: 0, max: 3000 };

const buttonShape = shape(buttonText, {
  ...actionId,
  ...confirm,
  ...buttonStyle,
  ...accessibility,
  value: buttonValue,
  url: string({ max: 3000 }),
});

export const imageElement = all(
  shape({ alt_text: string({ min: 1, max: 2000 }) }, imageSource),
  oneImageSource,
);

const selects: Elements = {
  static_select: all(
    shape({}, { ...picker, ...menu, initial_option: menuOption }),
    oneOptionSource,
    initialOptionOffered,
  ),
  external_select: shape(
    {},
    { ...picker, min_query_length: integer({ min: 0 }), initial_option: menuOption },
  ),
  users_select: shape({}, { ...picker, initial_user: string() }),
  conversations_select: shape(
    {},
    { ...picker, ...conversations, ...answerable, initial_conversation: string() },
  ),
  channels_select: shape({}, { ...picker, ...answerable, initial_channel: string() }),
};

const multiSelects: Elements = {
  multi_static_select: all(
    shape({}, { ...picker, ...several, ...menu, initial_options: list(menuOption) }),
    oneOptionSource,
    initialOptionsOffered,
  ),
  multi_external_select: shape(
    {},
    {
      ...picker,
      ...several,
      min_query_length: integer({ min: 0 }),
      initial_options: list(menuOption),
    },
  ),
  multi_users_select: shape({}, { ...picker, ...several, initial_users: list(string()) }),
  multi_conversations_select: shape(
    {},
    { ...picker, ...several, ...conversations, initial_conversations: list(string()) },
  ),
  multi_channels_select: shape({}, { ...picker, ...several, initial_channels: list(string()) }),
};

const choices: Elements = {
  checkboxes: all(
    shape(
      { options: list(choiceOption, { min: 1, max: 10 }) },
      { ...actionId, ...confirm, ...focus, initial_options: list(choiceOption, { min: 1 }) },
    ),
    initialOptionsOffered,
  ),
  radio_buttons: all(
    shape(
      { options: list(choiceOption, { min: 1, max: 10 }) },
      { ...actionId, ...confirm, ...focus, initial_option: choiceOption },
    ),
    initialOptionOffered,
  ),
};

const dateAndTime: Elements = {
  datepicker: shape({}, { ...picker, initial_date: date }),
  timepicker: shape({}, { ...picker, initial_time: time, timezone: string() }),
};

const pickers: Elements = {
  ...dateAndTime,
  datetimepicker: shape(
    {},
    {
      ...actionId,
      ...confirm,
      ...focus,
      initial_date_time: integer({ min: 1e9, max: 9_999_999_999 }),
    },
  ),
};

const richTextInput: Elements = {
  rich_text_input: shape(
    {},
    {
      ...typed,
      initial_value: richText,
      min_lines: integer({ min: 1, max: 100 }),
      max_lines: integer({ min: 1, max: 100 }),
    },
  ),
};

const typedInputs: Elements = {
  plain_text_input: shape(
    {},
    {
      ...typed,
      initial_value: string({ max: 3000 }),
      multiline: boolean,
      min_length: integer(inputLength),
      max_length: integer({ min: 1, max: 3000 }),
    },
  ),
  email_text_input: shape({}, { ...typed, initial_value: string() }),
  url_text_input: shape({}, { ...typed, initial_value: string() }),
  number_input: shape(
    { is_decimal_allowed: boolean },
    { ...typed, initial_value: string(), min_value: string(), max_value: string() },
  ),
  file_input: shape(
    {},
    { ...actionId, filetypes: list(string()), max_files: integer({ min: 1, max: 10 }) },
  ),
  ...richTextInput,
};

const overflow = shape(
  { options: list(overflowOption, { min: 2, max: 5 }) },
  { ...actionId, ...confirm },
);

const workflowButton = shape(
  {
    ...buttonText,
    workflow: shape({
      trigger: shape(
        { url: string() },
        { customizable_input_parameters: list(shape({ name: string(), value: string() })) },
      ),
    }),
  },
  { ...actionId, ...buttonStyle, ...accessibility },
);

export const buttonElement: Elements = { button: buttonShape };

const pressed: Elements = {
  ...buttonElement,
  ...choices,
  ...multiSelects,
  ...selects,
  ...dateAndTime,
  overflow,
  workflow_button: workflowButton,
};

export const accessoryElements: Elements = { ...pressed, image: imageElement };

export const actionElements: Elements = { ...pressed, ...pickers, ...richTextInput };

export const inputElements: Elements = {
  ...choices,
  ...multiSelects,
  ...selects,
  ...pickers,
  ...typedInputs,
};

const feedbackButton = shape({ ...buttonText, value: buttonValue }, accessibility);

export const contextActionElements: Elements = {
  feedback_buttons: shape(
    { positive_button: feedbackButton, negative_button: feedbackButton },
    actionId,
  ),
  icon_button: shape(
    { icon: string({ min: 1 }), ...buttonText },
    {
      ...actionId,
      ...confirm,
      ...accessibility,
      value: buttonValue,
      visible_to_user_ids: list(string()),
    },
  ),
};
