import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { emailFile } from '../../packages/local-slack/src/forwarded-email';
import type { Post } from '../../packages/local-slack/src/acts/post';
import { startTestBot, type TestBot } from './running-bot';
import { EDUCATION } from '../rule-book/names';

const LETTER =
  'Hello,\n\nI teach software engineering at a university. How can our students get GitLab for free through your education program?\n\nBest regards\nInes';
const HTML =
  '<html><head><style>p { color: red }</style></head><body><p>Hello,</p><p>I teach software engineering at a <b>university</b>. How can our students get GitLab for free through your education program?</p><p>Ines &amp; colleagues</p></body></html>';
const GERMAN =
  'Sehr geehrte Damen und Herren,\n\nich bin Professorin an einer Hochschule und möchte GitLab in der Lehre einsetzen. Gibt es eine kostenlose Lizenz für Universitäten, und an wen kann ich mich wenden?\n\nMit freundlichen Grüßen\nInes Moreau';
let test: TestBot;

beforeAll(async () => {
  test = await startTestBot();
});

afterAll(async () => {
  await test.stop();
});

/** The modal that "Route this lead" opens on a message. */
async function leadModal(post: Partial<Post>): Promise<string> {
  const { slack } = test;
  const { message } = await slack.postAs({
    user: 'U0BOB',
    channel: 'C0SALES',
    text: '',
    silent: true,
    ...post,
  });
  const before = slack.viewsOf('U0ALICE').length;
  await slack.messageShortcut({
    user: 'U0ALICE',
    channel: 'C0SALES',
    callbackId: 'route_lead',
    messageTs: message.ts,
  });
  await slack.waitFor(() => slack.viewsOf('U0ALICE').length > before);
  const { view } = slack.viewsOf('U0ALICE').at(-1) as NonNullable<ReturnType<typeof slack.homeOf>>;
  await slack.closeView({ user: 'U0ALICE', viewId: view.id });
  return JSON.stringify(view);
}

function email(fields: Partial<Parameters<typeof emailFile>[0]>, more: object = {}): Partial<Post> {
  const file = emailFile({
    subject: 'GitLab for our lab courses',
    from: 'Ines Moreau <ines@example.edu>',
    plainText: LETTER,
    ...fields,
  });
  return { files: [{ ...file, ...more }] };
}

const ANSWERED = ['Someone outside asks about a program', EDUCATION, 'GitLab for Education'];
const BOT_FORM = {
  user: 'U0OTHERBOT',
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: 'New enquiry' } },
    { type: 'section', text: { type: 'mrkdwn', text: LETTER.replaceAll('\n', ' ') } },
  ],
};

it.each<[string, Partial<Post>, readonly string[]]>([
  ['a forwarded email', email({}), [...ANSWERED, 'Hello Ines Moreau,']],
  [
    'one forwarded by a colleague first',
    email({
      from: 'Alex Able <alex@example.com>',
      plainText: `FYI\n\n---------- Forwarded message ---------\nFrom: Ines Moreau <ines@example.edu>\nSubject: GitLab\n\n${LETTER}`,
    }),
    [...ANSWERED, 'Hello Ines Moreau,'],
  ],
  [
    'one of which Slack shows the beginning',
    email({ previewLength: 130 }, { plain_text: '' }),
    [...ANSWERED, 'Slack shows me only the start of this email.'],
  ],
  [
    'one in HTML only',
    email({ plainText: '' }, { preview: HTML, preview_is_truncated: false }),
    [...ANSWERED, 'Hello Ines Moreau,'],
  ],
  ['a pasted mail', { text: LETTER }, [...ANSWERED, 'Hello,']],
  [
    'a pasted mail with its header and quotes',
    {
      text: `From: Ines Moreau <ines@example.edu>\nSubject: Re: GitLab\n\n${LETTER}\n\n> On Monday Alex wrote:\n> thanks for the lunch, the paid contract is signed`,
    },
    [...ANSWERED, 'Hello Ines Moreau,'],
  ],
  ['what a bot posted from a form', BOT_FORM, ANSWERED],
  ['a mail in another language', { text: GERMAN }, ['I only read English', EDUCATION]],
  ['a message without text', { text: '' }, ["I can't find text to read in this message."]],
])('“Route this lead” reads %s', async (_, post, expected) => {
  const modal = await leadModal(post);

  for (const part of expected) expect(modal).toContain(part);
});

it('reads a reply in a thread by itself', async () => {
  const { message } = await test.slack.postAs({
    user: 'U0BOB',
    channel: 'C0SALES',
    text: 'Anybody for lunch at noon?',
    silent: true,
  });

  expect(await leadModal({ text: LETTER, threadTs: message.ts })).toContain(EDUCATION);
});

it('has no reply where none is due, and nothing to send where there is no answer', async () => {
  const [internal, lunch] = [
    await leadModal({
      text: 'The auto-generated renewal opportunity for the free university subscription expired in SFDC. Can I ask for closed-lost?',
    }),
    await leadModal({
      text: 'Dear all,\n\nlunch is at noon in the big kitchen, bring a plate.\n\nCheers',
    }),
  ];

  expect(internal).toContain('The sender does not need a reply.');
  expect(lunch).toContain("I don't have an answer to that.");
  expect(lunch).not.toContain('Send me this');
});

it('puts no word of a mail into a button or into what a view carries', async () => {
  const { slack } = test;
  const modal = await leadModal(email({}));
  const foreign =
    'Dear team,\n\nthe zeppelin lands on our zebrafish field tomorrow.\n\nRegards\nInes';
  const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/program-route' };
  const { userSees } = await slack.slashCommand({ ...command, text: foreign });
  const [pasted] = userSees.ephemerals;
  const carried = [modal, JSON.stringify(pasted)].flatMap((json) =>
    [...json.matchAll(/"(?:value|private_metadata)":"((?:\\.|[^"\\])*)"/g)].map(([, text]) => text),
  );

  expect(JSON.stringify(pasted)).toContain('Ask the team');
  expect(carried.length).toBeGreaterThan(0);
  expect(carried.join()).not.toMatch(/zeppelin|zebrafish|software engineering/);
});

it("routes a mail that is shared in the bot's own messages", async () => {
  const { slack } = test;
  const file = email({}).files ?? [];
  const { message } = await slack.directMessage({ user: 'U0ALICE', text: '', files: file });
  const reply = await slack.waitFor(() =>
    slack.messagesIn(message.channel).find(({ user }) => user === 'U0BOT'),
  );

  expect(reply.text).toContain(EDUCATION);
});
