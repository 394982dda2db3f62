import { describe, expect, it } from '@jest/globals';
import { readingRemarks } from '../../src/slack/blocks/reading-remarks';
import { isPointing } from '../../src/slack/features/ask/pointing';
import { readReceivedEmail } from '../../src/slack/payloads/received-email';

const LETTER =
  'Our university would like to renew the GitLab for Education licence that ends next month. How do we do that?';
const SECTION = { type: 'section', text: { type: 'mrkdwn', text: LETTER } };
const TABLE = {
  type: 'table',
  rows: [
    [
      { type: 'raw_text', text: 'Who' },
      { type: 'raw_text', text: 'What' },
    ],
    [
      { type: 'raw_text', text: 'Ada' },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: LETTER }] }],
      },
    ],
  ],
};
const FIELDS = {
  type: 'section',
  fields: [
    { type: 'plain_text', text: 'University' },
    { type: 'plain_text', text: 'Question' },
  ],
};

function email(fields: object): object {
  return { mode: 'email', filetype: 'email', subject: 'Renewal', plain_text: LETTER, ...fields };
}

describe('what a message shows is what is read', () => {
  it.each<[string, object]>([
    [
      'blocks beside a notification',
      { bot_id: 'B1', text: 'New inbound message', blocks: [SECTION] },
    ],
    ['blocks alone', { text: '', blocks: [SECTION] }],
    [
      "an attachment's blocks beside its title",
      { text: 'New lead', attachments: [{ title: 'Web form', blocks: [SECTION] }] },
    ],
    ['a table', { text: '', blocks: [TABLE] }],
    [
      'a table in an attachment',
      {
        text: 'who takes this?',
        attachments: [{ fallback: '[no preview available]', blocks: [TABLE] }],
      },
    ],
    ['Markdown', { text: 'New lead', blocks: [{ type: 'markdown', text: LETTER }] }],
    [
      'context',
      {
        text: 'New lead',
        blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: LETTER }] }],
      },
    ],
    [
      'fields of a section',
      {
        text: 'New lead',
        blocks: [{ type: 'section', fields: [{ type: 'mrkdwn', text: LETTER }] }],
      },
    ],
    [
      'fields of an attachment',
      { text: 'New lead', attachments: [{ fields: [{ title: 'Message', value: LETTER }] }] },
    ],
    [
      'an attachment in an attachment',
      { text: 'New lead', attachments: [{ title: 'Form', attachments: [{ text: LETTER }] }] },
    ],
    ['a forwarded message', { text: '', attachments: [{ is_share: true, text: LETTER }] }],
    [
      'a forwarded message in blocks',
      {
        text: 'see this',
        attachments: [{ is_share: true, message_blocks: [{ message: { blocks: [SECTION] } }] }],
      },
    ],
    [
      "an attachment's fallback",
      { text: '', attachments: [{ fallback: LETTER, image_url: 'https://x.example/a.png' }] },
    ],
    ['a snippet', { text: '', files: [{ mode: 'snippet', filetype: 'text', preview: LETTER }] }],
    ['a mail', { text: '', files: [email({})] }],
    [
      'a mail in a forwarded message',
      { text: '', attachments: [{ is_share: true, files: [email({})] }] },
    ],
    [
      'a mail whose plain part is a stub',
      {
        text: '',
        files: [
          email({
            plain_text: 'Your email client does not support HTML. View this email in your browser.',
            simplified_html: `<p>Hello,</p><p>${LETTER}</p>`,
          }),
        ],
      },
    ],
    [
      'a mail with HTML in its plain part',
      {
        text: '',
        files: [
          email({
            plain_text: `<html><head><style>p { color: red }</style></head><body><p>${LETTER}</p></body></html>`,
          }),
        ],
      },
    ],
  ])('%s', (_, message) => {
    const { text } = readReceivedEmail(message);

    expect(text).toContain(LETTER);
    expect(text).not.toMatch(/no preview available|color: red|<p>/);
  });

  it('once, where text and blocks say the same', () => {
    const { text } = readReceivedEmail({ text: LETTER.replace('&', '&amp;'), blocks: [SECTION] });

    expect(text).toBe(LETTER);
  });

  it('the note beside a mail too', () => {
    const { text } = readReceivedEmail({
      text: 'this university wants to renew, who do I cc?',
      files: [email({ plain_text: 'Hi, thanks for your time yesterday.' })],
    });

    expect(text).toMatch(
      /^this university wants to renew[^]*Subject: Renewal[^]*thanks for your time/,
    );
  });

  it('two fields as two words', () => {
    expect(readReceivedEmail({ text: '', blocks: [FIELDS] }).text).toMatch(/University\s+Question/);
  });

  it('but not the preview of a link, or what a button says', () => {
    const preview = {
      from_url: 'https://x.example',
      title: 'Apply',
      text: 'coupon code, checkout',
    };
    const button = {
      type: 'actions',
      elements: [{ type: 'button', text: { type: 'plain_text', text: 'Approve' } }],
    };
    const { text, isOwn } = readReceivedEmail({
      text: 'how does a university renew? https://x.example',
      attachments: [preview],
      blocks: [button],
    });

    expect(text).toBe('how does a university renew? https://x.example');
    expect(isOwn).toBe(true);
  });
});

describe('whose words they are', () => {
  it.each<[boolean, object]>([
    [true, { text: LETTER }],
    [true, { text: LETTER, files: [{ mode: 'hosted', name: 'a.pdf', pretty_type: 'PDF' }] }],
    [false, { text: 'see this', attachments: [{ is_share: true, text: LETTER }] }],
    [
      false,
      {
        text: 'see this',
        attachments: [{ is_msg_unfurl: true, from_url: 'https://x', text: LETTER }],
      },
    ],
    [false, { text: 'see this', files: [email({})] }],
    [false, { text: '', files: [{ mode: 'snippet', preview: LETTER }] }],
  ])("the asker's own: %j, of %j", (isOwn, message) => {
    expect(readReceivedEmail(message).isOwn).toBe(isOwn);
  });
});

describe('what could not be read is named', () => {
  it.each<[readonly string[], object]>([
    [[], { text: 'FYI' }],
    [
      ["I can't read .eml and PDF files."],
      {
        text: 'FYI',
        files: [
          { name: 'x.eml', filetype: 'binary', pretty_type: 'Binary' },
          { name: 'a.pdf', pretty_type: 'PDF' },
        ],
      },
    ],
    [
      ["I can't read PDF files."],
      {
        text: 'FYI',
        files: [
          { name: 'a.pdf', pretty_type: 'PDF' },
          { name: 'b.pdf', pretty_type: 'PDF' },
        ],
      },
    ],
    [['This message has 2 emails. I read the first one.'], { files: [email({}), email({})] }],
    [
      ['Slack shows me only the start of this email.'],
      {
        files: [email({ plain_text: '', preview_plain_text: LETTER, preview_is_truncated: true })],
      },
    ],
  ])('%j', (remarks, message) => {
    expect(readingRemarks(readReceivedEmail(message))).toEqual(remarks);
  });

  it('and nothing that Slack does not make breaks the reading', () => {
    for (const message of [
      null,
      1,
      'text',
      [],
      { text: 1, blocks: 'x', files: [null, 1], attachments: [null, 'x'] },
    ]) {
      expect(readReceivedEmail(message)).toMatchObject({ text: '', isOwn: true });
    }
  });
});

it.each([
  [true, '<@U07RTE4BOT> can you help?'],
  [true, '<@U07RTE4BOT> ?'],
  [true, 'where does this go?'],
  [true, '^'],
  [true, ':point_up:'],
  [true, '+1'],
  [true, 'this one, please'],
  [true, "who's this for?"],
  [true, 'Any thoughts on the above?'],
  [false, 'who owns the account?'],
  [false, 'how do they renew?'],
  [false, 'can you help with a coupon?'],
  [false, 'what about seats'],
])('only points: %j, of %j', (points, text) => {
  expect(isPointing(text)).toBe(points);
});
