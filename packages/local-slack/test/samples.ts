import type { checkBlocks } from '../src/block-limits';

export type Surface = Parameters<typeof checkBlocks>[1];

export const long = (length: number): string => 'x'.repeat(length);
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
export const button = (fields: object = {}) => ({ type: 'button', text: plain('Go'), ...fields });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const option = (value: string) => ({ text: plain(value), value });
export const options = (count: number) => Array.from({ length: count }, (_, n) => option(`o${n}`));
export const select = (fields: object = {}) => ({
  type: 'static_select',
  options: options(2),
  ...fields,
});
export const richText = (...elements: object[]) => ({ type: 'rich_text', elements });
export const preformatted = (...elements: object[]) => ({
  type: 'rich_text_preformatted',
  elements,
});
export const feedback = (fields: object = {}) => ({
  type: 'feedback_buttons',
  action_id: 'helpful',
  positive_button: { text: plain('Good'), value: 'up' },
  negative_button: { text: plain('Bad'), value: 'down' },
  ...fields,
});
export const contextActions = (...elements: object[]) => ({ type: 'context_actions', elements });
export const input = (element: object) => ({ type: 'input', label: plain('Why'), element });
export const image = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A chart' };
export const rawRow = (...texts: string[]) => texts.map((text) => ({ type: 'raw_text', text }));
export const modal = (fields: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  blocks: [{ type: 'divider' }],
  ...fields,
});
