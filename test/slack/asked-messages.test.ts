import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emailFile } from '../../packages/local-slack/src/forwarded-email';
import type { Post } from '../../packages/local-slack/src/acts/post';
import { EDUCATION } from '../rule-book/names';
import { startTestBot, type TestBot } from './running-bot';
import { signedEvent } from './signed-post';

const LETTER =
  'Our university would like to renew the GitLab for Education licence that ends next month. How do we do that?';
const RENEWED = 'self-service renewal instructions';
const QUESTION = 'our uni customer wants to renew their education license, who do I cc?';
const BOT = '<@U0ROUTE>';

let test: TestBot;
let dm: string;

beforeAll(async () => {
  test = await startTestBot({
    connection: { teamChannel: 'C0SALES' },
    postsAtOnce: 100,
    scopes: ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'channels:history'],
  });
  const { message } = await test.slack.directMessage({ user: 'U0ALICE', text: 'x', silent: true });
  dm = message.channel;
});

afterAll(async () => {
  await test.stop();
});

const mail = emailFile({
  subject: 'Renewal',
  from: 'Ada Example <ada@cs.example.edu>',
  plainText: LETTER,
});
const botPost = {
  user: 'U0OTHERBOT',
  text: 'New inbound message',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: LETTER } }],
};

/** Posts the message that a thread begins with, which the bot hears nothing of. */
async function startThread(post: Partial<Post>): Promise<string> {
  const { message } = await test.slack.postAs({
    ...{ user: 'U0BOB', channel: 'C0SALES', text: '', silent: true },
    ...post,
  });
  return message.ts;
}

/** Sends an event of a message, and gives what the bot wrote in the thread, or in the channel below it. */
async function heard(
  event: Readonly<Record<string, unknown>>,
  more: object = {},
): Promise<string[]> {
  const channel = event['channel'] === dm ? dm : 'C0SALES';
  const written = { user: 'U0ALICE', channel, text: 'x', silent: true };
  const { ts } = (await test.slack.postAs(written)).message;
  const place = { user: 'U0ALICE', channel, ts, ...event };
  const before = test.slack.calls.length;
  await signedEvent(test, place, more);
  return test.slack.calls
    .slice(before)
    .filter(({ method }) => method === 'chat.postMessage')
    .map(({ args }) => JSON.stringify(args));
}

function mention(event: Readonly<Record<string, unknown>>): Promise<string[]> {
  return heard({ type: 'app_mention', ...event });
}

function direct(event: Readonly<Record<string, unknown>>, more: object = {}): Promise<string[]> {
  return heard({ type: 'message', channel_type: 'im', channel: dm, ...event }, more);
}

describe('a mention that only points', () => {
  it.each(['', 'can you help?', '?', 'where does this go?', '^', 'this one', 'help'])(
    'takes the message that its thread begins with: %j',
    async (text) => {
      const [answer] = await mention({
        text: `${BOT} ${text}`,
        thread_ts: await startThread({ text: LETTER }),
      });

      expect(answer).toContain(RENEWED);
    },
  );

  it.each<[string, Partial<Post>]>([
    ['a mail', { files: [mail] }],
    ["another bot's blocks", botPost],
  ])('takes %s above it', async (_, post) => {
    const [answer] = await mention({
      text: `${BOT} where does this go?`,
      thread_ts: await startThread(post),
    });

    expect(answer).toContain(RENEWED);
  });

  it('and one with a question of its own does not', async () => {
    const [answer] = await mention({
      text: `${BOT} who owns an account that only has an edu subscription?`,
      thread_ts: await startThread({ text: LETTER }),
    });

    expect(answer).toContain('The account stays');
  });
});

describe('a mention is read with what comes with it', () => {
  it.each<[string, object]>([
    ['a mail', { text: BOT, files: [mail] }],
    ['a mail and a pointing note', { text: `${BOT} where does this go?`, files: [mail] }],
    ['a forwarded message', { text: BOT, attachments: [{ is_share: true, text: LETTER }] }],
    ['blocks alone', { text: '', blocks: botPost.blocks }],
  ])('%s', async (_, event) => {
    const [answer] = await mention({ ...event });

    expect(answer).toContain(RENEWED);
  });

  it('and an edit that adds the mention is answered, once', async () => {
    const ts = await startThread({ text: `${BOT} ${QUESTION}` });
    const edited = { user: 'U0ALICE', ts: '1900000001.000100' };

    const first = await mention({ text: `${BOT} ${QUESTION}`, ts, edited });
    const second = await mention({ text: `${BOT} ${QUESTION}!`, ts, edited });

    expect(first).toHaveLength(1);
    expect(second).toHaveLength(0);
  });
});

describe('a direct message', () => {
  it.each(['thread_broadcast', 'me_message', 'file_share', undefined])(
    'by a person is answered: %s',
    async (subtype) => {
      const [answer] = await direct({ text: QUESTION, ...(subtype !== undefined && { subtype }) });

      expect(answer).toContain(RENEWED);
    },
  );

  it.each(['message_changed', 'channel_join', 'bot_message'])(
    'of the kind %s is left alone',
    async (subtype) => {
      expect(await direct({ text: QUESTION, subtype })).toEqual([]);
    },
  );

  it('in a thread may point at what the thread begins with', async () => {
    const { message } = await test.slack.directMessage({
      user: 'U0ALICE',
      text: LETTER,
      silent: true,
    });

    const [answer] = await direct({ text: 'can you help?', thread_ts: message.ts });

    expect(answer).toContain(RENEWED);
  });

  it('with a table is read', async () => {
    const cell = { type: 'raw_text', text: LETTER };
    const attachments = [
      { fallback: '[no preview available]', blocks: [{ type: 'table', rows: [[cell]] }] },
    ];

    const [answer] = await direct({ text: 'who takes this?', attachments });

    expect(answer).toContain(EDUCATION);
  });

  it('names what it could not read', async () => {
    const files = [
      { name: 'mail.eml', filetype: 'binary' },
      { name: 'a.pdf', pretty_type: 'PDF' },
    ];

    const [answer] = await direct({ text: 'where does this go?', subtype: 'file_share', files });

    expect(answer).toContain("I can't read .eml and PDF files.");
  });

  it('that forwards what somebody else wrote puts none of it into a button', async () => {
    const text =
      'Ada Example of Example University (ada@cs.example.edu) wants the zebrafish licence renewed';
    const [forwarded] = await direct({ text: 'fyi', attachments: [{ is_share: true, text }] });
    const [own] = await direct({ text: 'where does our zebrafish park?' });

    expect(forwarded).not.toMatch(/zebrafish|ada@cs/);
    expect(own).toContain('zebrafish');
  });

  it('of another organization is turned away', async () => {
    const stranger = { user_team: 'T0EXT', source_team: 'T0EXT' };

    const answers = await direct({ text: QUESTION, ...stranger }, { is_ext_shared_channel: true });

    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('I only answer people in my own organization.');
    expect(answers[0]).not.toContain(RENEWED);
  });
});

it('an automatic mail gets one sentence, and no reply to send', async () => {
  const [answer] = await direct({
    text: '',
    subtype: 'file_share',
    files: [
      emailFile({
        subject: 'Out of office: Re: GitLab for Open Source renewal',
        from: 'Ada Example <ada@cs.example.edu>',
        plainText: 'I am on leave until 12 January and will reply when I return.',
      }),
    ],
  });

  expect(answer).toContain('This is an automatic reply: nothing to route.');
  expect(answer).not.toContain('Reply to the lead');
});
