import { describe, expect, it } from '@jest/globals';
import { checkBlocks } from '../src/block-limits';
import {
  long,
  plain,
  mrkdwn,
  section,
  button,
  actions,
  richText,
  preformatted,
  feedback,
  contextActions,
  rawRow,
  type Surface,
} from './samples';

const refused: [string, Surface, unknown, string][] = [
  [
    'what is no list',
    'message',
    { type: 'divider' },
    'must provide an array, found object [json-pointer:/blocks]',
  ],
  [
    '51 blocks in a message',
    'message',
    Array(51).fill({ type: 'divider' }),
    'no more than 50 items allowed, found 51 [json-pointer:/blocks]',
  ],
  [
    '101 blocks in Home',
    'home',
    Array(101).fill({ type: 'divider' }),
    'no more than 100 items allowed, found 101 [json-pointer:/blocks]',
  ],
  [
    'an unknown block',
    'message',
    [{ type: 'marquee' }],
    'unsupported type: marquee [json-pointer:/blocks/0/type]',
  ],
  [
    'a block named like a method of objects',
    'message',
    [{ type: 'toString' }],
    'unsupported type: toString [json-pointer:/blocks/0/type]',
  ],
  [
    'an alert in a message',
    'message',
    [{ type: 'alert', text: plain('a') }],
    'unsupported type: alert is not for a message, only for modal [json-pointer:/blocks/0/type]',
  ],
  [
    'feedback buttons in Home',
    'home',
    [contextActions(feedback())],
    'unsupported type: context_actions is not for a home, only for message [json-pointer:/blocks/0/type]',
  ],
  [
    'markdown in a modal',
    'modal',
    [{ type: 'markdown', text: 'a' }],
    'unsupported type: markdown is not for a modal, only for message [json-pointer:/blocks/0/type]',
  ],
  [
    'a section without text',
    'message',
    [{ type: 'section' }],
    'missing required field: text or fields [json-pointer:/blocks/0]',
  ],
  [
    'a section with an empty text',
    'message',
    [section('')],
    'must be more than 0 characters, found 0 [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a section too long',
    'message',
    [section(long(3001))],
    'must be less than 3001 characters, found 3001 [json-pointer:/blocks/0/text/text]',
  ],
  [
    '11 fields',
    'message',
    [{ type: 'section', fields: Array(11).fill(plain('a')) }],
    'no more than 10 items allowed, found 11 [json-pointer:/blocks/0/fields]',
  ],
  [
    'a field too long',
    'message',
    [{ type: 'section', fields: [plain(long(2001))] }],
    'must be less than 2001 characters, found 2001 [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'a field unknown to Slack',
    'message',
    [{ ...section('a'), colour: 'red' }],
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    'emoji on mrkdwn',
    'message',
    [{ type: 'section', text: { ...mrkdwn('a'), emoji: true } }],
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'mrkdwn in a header',
    'message',
    [{ type: 'header', text: mrkdwn('a') }],
    'unsupported type: mrkdwn, allowed here: plain_text [json-pointer:/blocks/0/text/type]',
  ],
  [
    'a header too long',
    'message',
    [{ type: 'header', text: plain(long(151)) }],
    'must be less than 151 characters, found 151 [json-pointer:/blocks/0/text/text]',
  ],
  [
    '11 context elements',
    'message',
    [{ type: 'context', elements: Array(11).fill(plain('a')) }],
    'no more than 10 items allowed, found 11 [json-pointer:/blocks/0/elements]',
  ],
  [
    '26 buttons',
    'message',
    [actions(...Array.from({ length: 26 }, () => button()))],
    'no more than 25 items allowed, found 26 [json-pointer:/blocks/0/elements]',
  ],
  [
    'an image without alt_text',
    'message',
    [{ type: 'image', image_url: 'https://example.com/a.png' }],
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'an image without a source',
    'message',
    [{ type: 'image', alt_text: 'a' }],
    'must provide exactly one of image_url, slack_file [json-pointer:/blocks/0]',
  ],
  [
    'a confirm dialog without deny',
    'message',
    [actions(button({ confirm: { title: plain('a'), text: plain('a'), confirm: plain('a') } }))],
    'missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]',
  ],
  [
    'an empty rich text',
    'message',
    [richText(preformatted({ type: 'text', text: '' }))],
    'must be more than 0 characters, found 0 [json-pointer:/blocks/0/elements/0/elements/0/text]',
  ],
  [
    'a mention in preformatted text',
    'message',
    [richText(preformatted({ type: 'user', user_id: 'U1' }))],
    'unsupported type: user, allowed here: text, link [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'rich text outside a section',
    'message',
    [richText({ type: 'text', text: 'a' })],
    'unsupported type: text, allowed here: rich_text_section, ',
  ],
  [
    'markdown over 12,000 together',
    'message',
    Array.from({ length: 2 }, () => ({ type: 'markdown', text: long(6001) })),
    'must be less than 12001 characters in all markdown blocks together, found 12002 [json-pointer:/blocks]',
  ],
  [
    'text over 13,200 together',
    'message',
    Array.from({ length: 5 }, () => section(long(2641))),
    'msg_blocks_too_long: must be less than 13201 characters of text in all blocks together, found 13205 [json-pointer:/blocks]',
  ],
  [
    'feedback without its negative button',
    'message',
    [contextActions(feedback({ negative_button: undefined }))],
    'missing required field: negative_button [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'feedback without a value',
    'message',
    [contextActions(feedback({ positive_button: { text: plain('Good') } }))],
    'missing required field: value [json-pointer:/blocks/0/elements/0/positive_button]',
  ],
  [
    'six icon buttons',
    'message',
    [
      contextActions(
        ...Array.from({ length: 6 }, () => ({
          type: 'icon_button',
          icon: 'trash',
          text: plain('a'),
        })),
      ),
    ],
    'no more than 5 items allowed, found 6 [json-pointer:/blocks/0/elements]',
  ],
  [
    '101 rows',
    'message',
    [{ type: 'table', rows: Array.from({ length: 101 }, () => rawRow('a')) }],
    'no more than 100 items allowed, found 101 [json-pointer:/blocks/0/rows]',
  ],
  [
    '21 columns',
    'message',
    [{ type: 'table', rows: [rawRow(...Array.from({ length: 21 }, () => 'a'))] }],
    'no more than 20 items allowed, found 21 [json-pointer:/blocks/0/rows/0]',
  ],
  [
    'two tables',
    'message',
    Array.from({ length: 2 }, () => ({ type: 'table', rows: [rawRow('a')] })),
    'only one table allowed, found 2 [json-pointer:/blocks]',
  ],
];

describe('checkBlocks', () => {
  it.each(['constructor', 'toString'])('is not fooled by a type or field named %s', (name) => {
    const block = { ...section('a'), accessory: { type: name }, [name]: 1 };

    expect(checkBlocks([block], 'message')).toEqual([
      expect.stringContaining(`unsupported type: ${name}`),
      `invalid additional property: ${name} [json-pointer:/blocks/0]`,
    ]);
  });

  it.each(refused.map(([name, surface, blocks, problem]) => ({ name, surface, blocks, problem })))(
    'refuses $name ($surface)',
    ({ surface, blocks, problem }) => {
      const problems = checkBlocks(blocks, surface);

      expect(problems).toEqual([expect.stringContaining(problem)]);
    },
  );
});
