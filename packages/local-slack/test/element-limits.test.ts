import { describe, expect, it } from '@jest/globals';
import { checkBlocks } from '../src/block-limits';
import {
  long,
  plain,
  button,
  actions,
  option,
  options,
  select,
  feedback,
  input,
  type Surface,
} from './samples';

const refused: [string, Surface, unknown, string][] = [
  [
    'a button text too long',
    'message',
    [actions(button({ text: plain(long(76)) }))],
    'must be less than 76 characters, found 76 [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a button value too long',
    'message',
    [actions(button({ value: long(2001) }))],
    'must be less than 2001 characters, found 2001 [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a button url too long',
    'message',
    [actions(button({ url: long(3001) }))],
    'must be less than 3001 characters, found 3001 [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'an action_id too long',
    'message',
    [actions(button({ action_id: long(256) }))],
    'must be less than 256 characters, found 256 [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'an unknown style',
    'message',
    [actions(button({ style: 'green' }))],
    'must be one of primary, danger, found "green" [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'feedback buttons among actions',
    'message',
    [actions(feedback())],
    'unsupported type: feedback_buttons, allowed here: ',
  ],
  [
    'a block_id twice',
    'message',
    [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
    'block_id must be unique, found "b" again [json-pointer:/blocks]',
  ],
  [
    'an action_id twice in a block',
    'message',
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    'action_id must be unique, found "a" again [json-pointer:/blocks/0]',
  ],
  [
    'an overflow menu of one',
    'message',
    [actions({ type: 'overflow', options: options(1) })],
    'no fewer than 2 items allowed, found 1 [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'an overflow menu of six',
    'message',
    [actions({ type: 'overflow', options: options(6) })],
    'no more than 5 items allowed, found 6 [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    '101 options',
    'message',
    [actions(select({ options: options(101) }))],
    'no more than 100 items allowed, found 101 [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'an option text too long',
    'message',
    [actions(select({ options: [{ text: plain(long(76)), value: 'a' }] }))],
    'must be less than 76 characters, found 76 [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'an option value too long',
    'message',
    [actions(select({ options: [{ text: plain('a'), value: long(151) }] }))],
    'must be less than 151 characters, found 151 [json-pointer:/blocks/0/elements/0/options/0/value]',
  ],
  [
    'a foreign initial option',
    'message',
    [actions(select({ initial_option: option('o9') }))],
    'initial_option must be one of the options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a select without options',
    'message',
    [actions({ type: 'static_select' })],
    'must provide exactly one of options, option_groups [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'an input too long',
    'modal',
    [input({ type: 'plain_text_input', initial_value: long(3001) })],
    'must be less than 3001 characters, found 3001 [json-pointer:/blocks/0/element/initial_value]',
  ],
  [
    'an input max_length too high',
    'modal',
    [input({ type: 'plain_text_input', max_length: 3001 })],
    'must be an integer from 1 to 3000, found 3001 [json-pointer:/blocks/0/element/max_length]',
  ],
  [
    'an input label too long',
    'modal',
    [{ ...input({ type: 'plain_text_input' }), label: plain(long(2001)) }],
    'must be less than 2001 characters, found 2001 [json-pointer:/blocks/0/label/text]',
  ],
  ['a button as input', 'modal', [input(button())], 'unsupported type: button, allowed here: '],
  [
    'an alert too long',
    'modal',
    [{ type: 'alert', text: plain(long(201)) }],
    'must be less than 201 characters, found 201 [json-pointer:/blocks/0/text/text]',
  ],
];

describe('checkBlocks, of elements', () => {
  it.each(refused.map(([name, surface, blocks, problem]) => ({ name, surface, blocks, problem })))(
    'refuses $name ($surface)',
    ({ surface, blocks, problem }) => {
      const problems = checkBlocks(blocks, surface);

      expect(problems).toEqual([expect.stringContaining(problem)]);
    },
  );
});
