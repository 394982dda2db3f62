import { describe, expect, it } from '@jest/globals';
import { checkBlocks, checkView } from '../src/block-limits';
import {
  long,
  plain,
  mrkdwn,
  section,
  button,
  actions,
  option,
  options,
  select,
  richText,
  preformatted,
  feedback,
  contextActions,
  input,
  image,
  rawRow,
  modal,
  type Surface,
} from './samples';

const validBlocks: [string, Surface, object[]][] = [
  ['an empty message', 'message', []],
  ['a section of 3,000 characters', 'message', [section(long(3000))]],
  ['a section with fields only', 'home', [{ type: 'section', fields: [mrkdwn(long(2000))] }]],
  ['a section with an accessory', 'message', [{ ...section('a'), accessory: button() }]],
  ['a header of 150 characters', 'message', [{ type: 'header', text: plain(long(150)) }]],
  ['a context of ten', 'modal', [{ type: 'context', elements: Array(10).fill(mrkdwn('a')) }]],
  ['25 buttons', 'message', [actions(...Array.from({ length: 25 }, () => button()))]],
  [
    'a button at its limits',
    'message',
    [actions(button({ value: long(2000), action_id: long(255) }))],
  ],
  [
    'an initial option among the options',
    'modal',
    [actions(select({ initial_option: option('o1') }))],
  ],
  ['100 options', 'message', [actions(select({ options: options(100) }))]],
  ['an overflow menu of five', 'message', [actions({ type: 'overflow', options: options(5) })]],
  ['an image', 'home', [image]],
  ['preformatted text', 'message', [richText(preformatted({ type: 'text', text: 'To: you' }))]],
  [
    'a list with styled text',
    'message',
    [
      richText({
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: 'Do', style: { bold: true } }],
          },
        ],
      }),
    ],
  ],
  ['markdown', 'message', [{ type: 'markdown', text: long(12_000) }]],
  ['feedback buttons', 'message', [contextActions(feedback())]],
  [
    'an icon button',
    'message',
    [contextActions({ type: 'icon_button', icon: 'trash', text: plain('Remove') })],
  ],
  ['a table', 'message', [{ type: 'table', rows: [rawRow('a', 'b'), rawRow('c', 'd')] }]],
  ['a card', 'message', [{ type: 'card', title: mrkdwn('Renewals'), actions: [button()] }]],
  [
    'a confirm dialog',
    'message',
    [
      actions(
        button({
          confirm: {
            title: plain('Sure?'),
            text: mrkdwn('Really'),
            confirm: plain('Yes'),
            deny: plain('No'),
          },
        }),
      ),
    ],
  ],
  ['100 blocks in a modal', 'modal', Array(100).fill({ type: 'divider' })],
  [
    'the same action_id in two blocks',
    'message',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
  ],
];

const invalidViews: [string, unknown, string][] = [
  ['what is no object', 'modal', 'must provide an object, found string [json-pointer:/view]'],
  [
    'an unknown type',
    { type: 'dialog' },
    'unsupported type: dialog, allowed here: modal, home [json-pointer:/view/type]',
  ],
  ['no blocks', { type: 'home' }, 'missing required field: blocks [json-pointer:/view]'],
  ['no title', { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view]'],
  [
    'a title too long',
    modal({ title: plain(long(25)) }),
    'must be less than 25 characters, found 25 [json-pointer:/view/title/text]',
  ],
  [
    'a submit too long',
    modal({ submit: plain(long(25)) }),
    'must be less than 25 characters, found 25 [json-pointer:/view/submit/text]',
  ],
  [
    'a close too long',
    modal({ close: plain(long(25)) }),
    'must be less than 25 characters, found 25 [json-pointer:/view/close/text]',
  ],
  [
    'private_metadata too long',
    modal({ private_metadata: long(3001) }),
    'must be less than 3001 characters, found 3001 [json-pointer:/view/private_metadata]',
  ],
  [
    'a callback_id too long',
    modal({ callback_id: long(256) }),
    'must be less than 256 characters, found 256 [json-pointer:/view/callback_id]',
  ],
  [
    'an input without submit',
    modal({ blocks: [input({ type: 'plain_text_input' })] }),
    'missing required field: submit, since the modal has an input block [json-pointer:/view]',
  ],
  [
    'a title on Home',
    { type: 'home', title: plain('a'), blocks: [] },
    'invalid additional property: title [json-pointer:/view]',
  ],
  [
    'a block at fault',
    modal({ blocks: [section('')] }),
    'must be more than 0 characters, found 0 [json-pointer:/view/blocks/0/text/text]',
  ],
  [
    '101 blocks',
    modal({ blocks: Array(101).fill({ type: 'divider' }) }),
    'no more than 100 items allowed, found 101 [json-pointer:/view/blocks]',
  ],
];

describe('checkBlocks', () => {
  it.each(validBlocks)('accepts %s (%s)', (_name, surface, blocks) => {
    expect(checkBlocks(blocks, surface)).toEqual([]);
  });
});

describe('checkView', () => {
  it('accepts a modal and a Home view', () => {
    const asking = { submit: plain('Go'), blocks: [input({ type: 'plain_text_input' })] };

    expect(checkView(modal(asking))).toEqual([]);
    expect(checkView({ type: 'home', blocks: [section('Hello')] })).toEqual([]);
  });

  it.each(invalidViews)('refuses %s', (_name, view, problem) => {
    const problems = checkView(view);

    expect(problems).toEqual([problem]);
  });
});
