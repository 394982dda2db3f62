import { isDeepStrictEqual } from 'node:util';
import { asList, asObject, type JsonObject } from '../json';
import { type Check, all, boolean, list, oneOf, rule, shape, string } from './checks';
import { anyText, plainText } from './text-objects';

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirmDialog = shape(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

const optionValue = string({ min: 1, max: 150 });
const optionDescription = plainText(75);

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const menuOption = shape(
  { text: plainText(75), value: optionValue },
  { description: optionDescription },
);

export const overflowOption = shape(
  { text: plainText(75), value: optionValue },
  { description: optionDescription, url: string({ max: 3000 }) },
);

export const choiceOption = shape(
  { text: anyText(75), value: optionValue },
  { description: anyText(75) },
);

export const optionGroup = shape({
  label: plainText(75),
  options: list(menuOption, { min: 1, max: 100 }),
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
const slackFile = all(
  shape({}, { id: string(), url: string() }),
  rule(
    'must provide exactly one of id, url',
    (file) => (file['id'] === undefined) !== (file['url'] === undefined),
  ),
);

export const imageSource: Record<string, Check> = {
  image_url: string({ min: 1, max: 3000 }),
  slack_file: slackFile,
};

export const oneImageSource = rule(
  'must provide exactly one of image_url, slack_file',
  (image) => (image['image_url'] === undefined) !== (image['slack_file'] === undefined),
);

export const conversationFilter = shape(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

/** Every option an element offers, those in groups too. */
export function optionsOf(element: JsonObject): unknown[] {
  const grouped = asList(element['option_groups']).flatMap((group) =>
    asList(asObject(group)['options']),
  );
  return [...asList(element['options']), ...grouped];
}

export const initialOptionOffered = rule(
  'initial_option must be one of the options',
  (element) =>
    element['initial_option'] === undefined ||
    optionsOf(element).some((option) => isDeepStrictEqual(option, element['initial_option'])),
);

export const initialOptionsOffered = rule(
  'initial_options must all be among the options',
  (element) =>
    asList(element['initial_options']).every((initial) =>
      optionsOf(element).some((option) => isDeepStrictEqual(option, initial)),
    ),
);

export const oneOptionSource = rule(
  'must provide exactly one of options, option_groups',
  (element) => (element['options'] === undefined) !== (element['option_groups'] === undefined),
);
