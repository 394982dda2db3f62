import {
  type Check,
  all,
  boolean,
  byType,
  integer,
  list,
  oneOf,
  rule,
  shape,
  string,
} from './checks';
import { imageSource, oneImageSource } from './composition-objects';
import {
  accessoryElements,
  actionElements,
  buttonElement,
  contextActionElements,
  imageElement,
  inputElements,
} from './elements';
import { blockId, richText, richTextShape } from './rich-text';
import { anyText, mrkdwn, plainText } from './text-objects';

export type Surface = 'message' | 'modal' | 'home';

/** https://docs.slack.dev/reference/block-kit/blocks */
interface BlockKind {
  readonly surfaces: readonly Surface[];
  readonly check: Check;
}

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const messages: readonly Surface[] = ['message'];
const id = { block_id: blockId };
const image = byType({ image: imageElement });

const section = all(
  shape(
    {},
    {
      ...id,
      text: anyText(3000),
      fields: list(anyText(2000), { min: 1, max: 10 }),
      accessory: byType(accessoryElements),
      expand: boolean,
    },
  ),
  rule(
    'missing required field: text or fields',
    (block) => block['text'] !== undefined || block['fields'] !== undefined,
  ),
);

const imageBlock = all(
  shape(
    { alt_text: string({ min: 1, max: 2000 }) },
    { ...id, ...imageSource, title: plainText(2000) },
  ),
  oneImageSource,
);

const context = shape(
  {
    elements: list(byType({ image: imageElement, plain_text: anyText(), mrkdwn: anyText() }), {
      min: 1,
      max: 10,
    }),
  },
  id,
);

const card = all(
  shape(
    {},
    {
      ...id,
      hero_image: image,
      icon: image,
      title: mrkdwn(150),
      subtitle: mrkdwn(150),
      body: mrkdwn(200),
      actions: list(byType(buttonElement), { min: 1 }),
    },
  ),
  rule('must provide at least one of hero_image, title, actions, body', (block) =>
    ['hero_image', 'title', 'actions', 'body'].some((field) => block[field] !== undefined),
  ),
);

const cell = byType({
  rich_text: richTextShape,
  raw_text: shape({ text: string({ min: 1 }) }),
  raw_number: shape({
    value: (value, at) => {
      if (typeof value !== 'number') at.report(`must provide a number, found ${typeof value}`);
    },
    text: string({ min: 1 }),
  }),
});

const table = shape(
  { rows: list(list(cell, { min: 1, max: 20 }), { min: 1, max: 100 }) },
  {
    ...id,
    column_settings: list(
      shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }),
      { max: 20 },
    ),
  },
);

const dataTable = shape(
  {
    rows: list(list(cell, { min: 1, max: 20 }), { min: 2, max: 101 }),
    caption: string({ min: 1 }),
  },
  { ...id, page_size: integer({ min: 1, max: 100 }), row_header_column_index: integer({ min: 0 }) },
);

const taskCard = shape(
  {
    task_id: string({ min: 1 }),
    title: string({ min: 1 }),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  {
    ...id,
    details: richText,
    output: richText,
    sources: list(byType({ url: shape({ url: string(), text: string() }) })),
  },
);

const video = shape(
  {
    video_url: string({ min: 1 }),
    thumbnail_url: string({ min: 1 }),
    alt_text: string({ min: 1 }),
    title: plainText(199),
  },
  {
    ...id,
    title_url: string(),
    author_name: string({ max: 49 }),
    provider_name: string(),
    provider_icon_url: string(),
    description: plainText(),
  },
);

const input = shape(
  { label: plainText(2000), element: byType(inputElements) },
  { ...id, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
);

const actions = shape({ elements: list(byType(actionElements), { min: 1, max: 25 }) }, id);
const divider = shape({}, id);
const header = shape({ text: plainText(150) }, id);

const inContainer: Record<string, Check> = {
  actions,
  context,
  divider,
  header,
  image: imageBlock,
  input,
  rich_text: richTextShape,
  section,
  table,
  video,
};

const container = all(
  shape(
    { child_blocks: list(byType(inContainer), { min: 1, max: 10 }) },
    {
      ...id,
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  ),
  rule(
    'missing required field: title or rich_text_title',
    (block) => block['title'] !== undefined || block['rich_text_title'] !== undefined,
  ),
);

export const blockKinds: Readonly<Record<string, BlockKind>> = {
  actions: { surfaces: everywhere, check: actions },
  alert: {
    surfaces: ['modal'],
    check: shape(
      { text: anyText(200) },
      { ...id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
    ),
  },
  card: { surfaces: messages, check: card },
  carousel: {
    surfaces: messages,
    check: shape({ elements: list(byType({ card }), { min: 1, max: 10 }) }, id),
  },
  container: { surfaces: messages, check: container },
  context: { surfaces: everywhere, check: context },
  context_actions: {
    surfaces: messages,
    check: shape({ elements: list(byType(contextActionElements), { min: 1, max: 5 }) }, id),
  },
  data_table: { surfaces: messages, check: dataTable },
  divider: { surfaces: everywhere, check: divider },
  header: { surfaces: everywhere, check: header },
  image: { surfaces: everywhere, check: imageBlock },
  input: { surfaces: everywhere, check: input },
  markdown: { surfaces: messages, check: shape({ text: string({ min: 1, max: 12_000 }) }, id) },
  plan: {
    surfaces: messages,
    check: shape(
      { title: string({ min: 1 }) },
      { ...id, tasks: list(byType({ task_card: taskCard })) },
    ),
  },
  rich_text: { surfaces: everywhere, check: richTextShape },
  section: { surfaces: everywhere, check: section },
  table: { surfaces: messages, check: table },
  task_card: { surfaces: messages, check: taskCard },
  video: { surfaces: everywhere, check: video },
};
