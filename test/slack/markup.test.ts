import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { emailFile } from '../../packages/local-slack/src/forwarded-email';
import type { Ephemeral } from '../../packages/local-slack/src/slack-objects';
import { anUnclearQuestion, startTestBot, type TestBot } from './running-bot';

/** Markup that is live where Slack reads it, and characters that are escaped once and no more. */
const HOSTILE =
  '<!channel> <!here> <@U0BOB> <#C0PRIVATE> <http://evil.example|click> <mailto:evil@x.example|me> &lt;!everyone&gt; a < b & c';
const ANSWERED = `who owns an account that only has an edu subscription? ${HOSTILE}`;
const UNCLEAR = `${anUnclearQuestion()} ${HOSTILE}`;
const FOREIGN = `where do I park my zeppelin ${HOSTILE}`;
const LETTER = `From: ${HOSTILE} <a@x.example>\nSubject: ${HOSTILE}\n\nHello,\n\nour university would like to join your education program. ${HOSTILE}\n\nKind regards\n${HOSTILE}`;
/** What somebody types into a field, where Slack reads nothing. */
const TYPED = '<!channel> <@U0BOB> <http://evil.example|click> a < b & c';
const LIVE = /<(?:!|@U0BOB|#C0PRIVATE|http:..evil|mailto:evil)/;
const ESCAPED_TWICE = /&amp;(?:lt|gt|amp);/;

let test: TestBot;

beforeAll(async () => {
  test = await startTestBot({
    connection: { teamChannel: 'C0SALES' },
    scopes: [
      'commands',
      'app_mentions:read',
      'chat:write',
      'im:history',
      'users:read',
      'channels:read',
    ],
  });
  for (const name of ['carl', 'dora']) test.slack.addUser({ id: `U0${name.toUpperCase()}`, name });
});

afterAll(async () => {
  await test.stop();
});

type Fields = Readonly<Record<string, unknown>>;

/** Every object in something, itself too. */
function objectsIn(thing: unknown): Fields[] {
  if (typeof thing !== 'object' || thing === null) return [];
  const own = Array.isArray(thing) ? [] : [thing as Fields];
  return [...own, ...Object.values(thing).flatMap(objectsIn)];
}

/** The texts of some kinds of objects. */
function texts(objects: readonly Fields[], kinds: readonly unknown[]): string[] {
  return objects
    .filter(({ type }) => kinds.includes(type))
    .flatMap(({ text }) => (typeof text === 'string' ? text : []));
}

async function ask(user: string, text: string): Promise<Ephemeral> {
  const command = { user, channel: 'C0SALES', command: '/program-route', text };
  const [ephemeral] = (await test.slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

/** Everything that the bot shows anybody. */
function shown(): unknown[] {
  const { slack } = test;
  const users = slack.users.map(({ id }) => id);
  return [
    ...users.flatMap((user) => slack.ephemeralsFor(user)),
    ...users.flatMap((user) => slack.viewsOf(user).map(({ view }) => view.blocks)),
    ...slack.channels.flatMap(({ id }) =>
      slack.messagesIn(id).filter((message) => message.user === 'U0BOT'),
    ),
    ...slack.calls.map(({ args }) => args),
  ];
}

async function topModal(user: string) {
  return (await test.slack.waitFor(() => test.slack.viewsOf(user).at(-1))).view;
}

it('no markup of a user is live, whatever they do with it, and nothing is escaped twice', async () => {
  const { slack } = test;
  const place = { user: 'U0ALICE', channel: 'C0SALES' };
  const answer = await ask('U0ALICE', ANSWERED);
  await slack.press({ user: 'U0ALICE', ephemeral: answer, actionId: 'share' });
  await slack.press({ user: 'U0ALICE', ephemeral: answer, actionId: 'not-what-i-asked' });
  await slack.press({
    user: 'U0ALICE',
    ephemeral: answer,
    actionId: 'feedback',
    value: 'negative',
  });
  const question = await ask('U0CARL', UNCLEAR);
  await slack.press({ user: 'U0CARL', ephemeral: question, actionId: 'choose-none' });
  await slack.mention({ ...place, text: ANSWERED, verbatim: true });
  await slack.mention({ ...place, text: FOREIGN });
  await slack.directMessage({ user: 'U0BOB', text: UNCLEAR, verbatim: true });

  const unknown = await ask('U0DORA', FOREIGN);
  await slack.press({ user: 'U0DORA', ephemeral: unknown, actionId: 'ask-team' });
  const values = { 'ask-team-text': TYPED };
  await slack.submitView({ user: 'U0DORA', viewId: (await topModal('U0DORA')).id, values });
  await slack.press({ user: 'U0DORA', ephemeral: unknown, actionId: 'keep-text' });

  const file = emailFile({ subject: HOSTILE, from: `${HOSTILE} <a@x.example>`, plainText: LETTER });
  for (const post of [
    { text: LETTER, verbatim: true },
    { text: '', files: [file] },
  ]) {
    const { message } = await slack.postAs({ ...place, ...post, silent: true });
    const press = { user: 'U0BOB', channel: 'C0SALES', messageTs: message.ts };
    await slack.messageShortcut({ ...press, callbackId: 'route_lead' });
    const { id } = await topModal('U0BOB');
    const edited = { 'lead-subject': TYPED, 'lead-body': TYPED };
    await slack.submitView({ user: 'U0BOB', viewId: id, values: edited });
  }
  await slack.waitFor(() => JSON.stringify(shown()).includes('Shared by'));

  const all = objectsIn(shown());
  const markup = texts(all, [undefined, 'message', 'mrkdwn', 'markdown']);
  const initial = all.flatMap(({ initial_value: typed }) =>
    typeof typed === 'string' ? typed : [],
  );
  const plain = [...texts(all, ['text', 'plain_text']), ...initial];

  expect(markup.filter((text) => text.includes('&lt;!channel&gt;'))).not.toEqual([]);
  expect(markup.filter((text) => LIVE.test(text) || ESCAPED_TWICE.test(text))).toEqual([]);
  expect(plain.filter((text) => text.includes('zeppelin'))).not.toEqual([]);
  expect(plain.filter((text) => /&(?:lt|gt|amp);/.test(text))).toEqual([]);
});
