import { type Check, boolean, byType, integer, list, oneOf, shape, string } from './checks';

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const style = shape(
  {},
  {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    code: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
);

const text = shape({ text: string({ min: 1 }) }, { style });
const link = shape(
  { url: string({ min: 1, max: 3000 }) },
  { text: string({ min: 1 }), unsafe: boolean, style },
);

const inline = byType({
  text,
  link,
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: shape({ value: string({ min: 1 }) }, { style }),
  channel: shape({ channel_id: string({ min: 1 }) }, { style }),
  date: shape(
    { timestamp: integer({ min: 0 }), format: string({ min: 1 }) },
    { url: string(), fallback: string(), style },
  ),
  emoji: shape(
    { name: string({ min: 1 }) },
    { unicode: string(), url: string(), skin_tone: integer({ min: 1, max: 6 }), style },
  ),
  team: shape({ team_id: string({ min: 1 }) }, { style }),
  user: shape({ user_id: string({ min: 1 }) }, { style }),
  usergroup: shape({ usergroup_id: string({ min: 1 }) }, { style }),
});

const border = integer({ min: 0, max: 1 });
const section = shape({ elements: list(inline) });

const richTextElement = byType({
  rich_text_section: section,
  rich_text_list: shape(
    {
      style: oneOf('bullet', 'ordered'),
      elements: list(byType({ rich_text_section: section }), { min: 1 }),
    },
    { indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0 }), border },
  ),
  rich_text_quote: shape({ elements: list(inline) }, { border }),
  rich_text_preformatted: shape({ elements: list(byType({ text, link })) }, { border }),
});

export const blockId = string({ max: 255 });

export const richTextShape: Check = shape(
  { elements: list(richTextElement) },
  { block_id: blockId },
);

export const richText = byType({ rich_text: richTextShape });
