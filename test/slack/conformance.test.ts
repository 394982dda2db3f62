import { afterEach, describe, expect, it } from '@jest/globals';
import type { Ephemeral } from '../../packages/local-slack/src/slack-objects';
import { startTestBot, type TestBot, type TestOptions } from './running-bot';
import { signedEvent } from './signed-post';

const QUESTION = 'who owns an account that only has an edu subscription?';
const ANSWER = 'The account stays';
const ALICE = { user: 'U0ALICE', channel: 'C0SALES' };
const SCOPES = ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'users:read'];
const KNOWING = { scopes: [...SCOPES, 'channels:read', 'groups:read'] };

let test: TestBot;

afterEach(async () => {
  await test.stop();
});

async function start(options: TestOptions = {}): Promise<TestBot> {
  test = await startTestBot({
    retryDelaysMs: [],
    connection: { teamChannel: 'C0SALES' },
    ...options,
  });
  return test;
}

async function ask(place: { user: string; channel: string } = ALICE): Promise<Ephemeral> {
  const command = { ...place, command: '/program-route', text: QUESTION };
  const [ephemeral] = (await test.slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

/** What a user sees alone, as soon as some of it says a text. */
function told(user: string, text: string): Promise<Ephemeral> {
  return test.slack.waitFor(() =>
    test.slack.ephemeralsFor(user).find((one) => JSON.stringify(one).includes(text)),
  );
}

describe('an answer that may not stand in the channel', () => {
  it.each(['restricted_action', 'is_archived', 'thread_locked', 'no_permission'])(
    'is seen by the asker of a mention without a thread: %s',
    async (error) => {
      const { slack } = await start();
      slack.faults.api('chat.postMessage', { error }, 1);

      await slack.mention({ ...ALICE, text: QUESTION });

      expect(await told('U0ALICE', ANSWER)).not.toHaveProperty('thread_ts');
    },
  );

  it('is seen in the thread where the mention was in one', async () => {
    const { slack } = await start();
    const { message } = await slack.postAs({ ...ALICE, text: 'A lead' });
    slack.faults.api('chat.postMessage', { error: 'restricted_action' }, 1);

    await slack.mention({ ...ALICE, text: QUESTION, threadTs: message.ts });

    expect(await told('U0ALICE', ANSWER)).toMatchObject({ thread_ts: message.ts });
  });

  it('is an apology that the asker sees, where the answer is at fault', async () => {
    const { slack } = await start();
    slack.faults.api('chat.postMessage', { error: 'invalid_blocks' }, 1);

    await slack.mention({ ...ALICE, text: QUESTION });

    expect(await told('U0ALICE', 'Sorry')).not.toHaveProperty('thread_ts');
  });

  it('is a private one where the mention is gone by then', async () => {
    const { slack } = await start();
    const gone = { type: 'app_mention', ...ALICE, ts: '1900000000.000100', text: QUESTION };

    await signedEvent(test, gone);

    expect(slack.ephemeralsFor('U0ALICE')).toHaveLength(1);
  });
});

describe('in an Enterprise Grid', () => {
  const grid = { enterpriseId: 'E0GRID' };

  it.each([
    ['the app of a workspace', {}],
    ['the app of the organization', { isOrgInstall: true }],
  ])('a colleague of a sister workspace is answered by %s', async (_, options) => {
    const { slack } = await start({ ...grid, ...options });
    slack.addUser({ id: 'W0WENDY', name: 'wendy', team_id: 'T0SISTER' });
    slack.channels.find(({ id }) => id === 'C0SALES')?.members.push('W0WENDY');

    await slack.mention({ user: 'W0WENDY', channel: 'C0SALES', text: QUESTION });
    await slack.directMessage({ user: 'W0WENDY', text: QUESTION });

    for (const channel of ['C0SALES', slack.directChannel('W0WENDY').id]) {
      expect(JSON.stringify(slack.messagesIn(channel))).toContain(ANSWER);
    }
  });

  it.each([
    ['in a channel shared with another organization', 'C0SHARED', 'T0SISTER'],
    ['of another organization', 'C0SALES', 'E0EXT'],
  ])('somebody %s is not', async (_, channel, team_id) => {
    const { slack } = await start(grid);
    slack.addUser({ id: 'W0WENDY', name: 'wendy', team_id });

    await slack.mention({ user: 'W0WENDY', channel, text: QUESTION });

    expect(JSON.stringify(slack.messagesIn(channel))).toContain("I don't answer here.");
    expect(JSON.stringify(slack.messagesIn(channel))).not.toContain(ANSWER);
  });
});

describe('“Share in channel”', () => {
  const WARNING = 'I can’t see who reads this conversation';

  function shared(channel: string): boolean {
    return JSON.stringify(test.slack.messagesIn(channel)).includes('Shared by');
  }

  it('posts at once where Slack says that no other organization reads', async () => {
    const { slack } = await start(KNOWING);

    await slack.press({ user: 'U0ALICE', ephemeral: await ask(), actionId: 'share' });

    expect(await slack.waitFor(() => shared('C0SALES'))).toBe(true);
  });

  it.each<[string, { channel: string; options?: TestOptions; method?: string; error?: string }]>([
    ['the scope is missing', { channel: 'C0SALES' }],
    ['the bot is not in the channel', { channel: 'C0SECRET', options: KNOWING }],
    ['it is a direct message', { channel: 'D0BOTH', options: KNOWING }],
    [
      'Slack fails',
      {
        channel: 'C0SALES',
        options: KNOWING,
        method: 'conversations.info',
        error: 'internal_error',
      },
    ],
    [
      'Slack does not say who shares',
      { channel: 'C0SALES', options: KNOWING, method: 'users.info', error: 'internal_error' },
    ],
  ])('asks first where %s', async (_, { channel, options, method, error }) => {
    const { slack } = await start(options);
    const members = ['U0ALICE', 'U0BOB'];
    slack.addChannel({ id: 'C0SECRET', name: 'secret', is_private: true, members });
    slack.addChannel({ id: 'D0BOTH', name: 'directmessage', is_im: true, members });
    const ephemeral = await ask({ user: 'U0ALICE', channel });
    if (method !== undefined && error !== undefined) slack.faults.api(method, { error });

    await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'share' });
    const question = await told('U0ALICE', WARNING);
    expect(shared(channel)).toBe(false);
    await slack.press({ user: 'U0ALICE', ephemeral: question, actionId: 'share-anyway' });

    expect(await slack.waitFor(() => shared(channel))).toBe(true);
  });

  it.each([
    ['a guest', 'U0GUEST', 'C0SALES', 'Guests'],
    ['somebody in a shared channel', 'U0ALICE', 'C0SHARED', 'another organization'],
  ])('shares nothing for %s, however they press', async (...given) => {
    const [, user, channel, why] = given;
    const { slack } = await start(KNOWING);
    const ephemeral = await ask({ user, channel });
    const button = JSON.parse(
      JSON.stringify(ephemeral.blocks).replaceAll('"share"', '"share-anyway"'),
    ) as NonNullable<Ephemeral['blocks']>;

    await slack.press({
      user,
      ephemeral: { ...ephemeral, blocks: button },
      actionId: 'share-anyway',
    });
    await told(user, why);

    expect(shared(channel)).toBe(false);
  });

  it.each(['user_not_visible', 'user_not_found'])(
    'shares nothing for somebody whom the bot may not see: %s',
    async (error) => {
      const { slack } = await start(KNOWING);
      const ephemeral = await ask();
      slack.faults.api('users.info', { error });

      await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'share' });
      await told('U0ALICE', 'Guests');

      expect(shared('C0SALES')).toBe(false);
    },
  );
});

describe('a press on a private message in a thread', () => {
  it('is answered there', async () => {
    const { slack } = await start();
    const { message } = await slack.postAs({ user: 'U0BOB', channel: 'C0SALES', text: 'A lead' });
    const threadTs = message.ts;
    await slack.mention({ ...ALICE, text: QUESTION, threadTs });
    const reply = await slack.waitFor(() => slack.thread('C0SALES', threadTs)[2]);

    await slack.press({ user: 'U0ALICE', messageTs: reply.ts, actionId: 'not-what-i-asked' });
    const offer = await told('U0ALICE', 'What did you mean?');
    await slack.press({ user: 'U0ALICE', ephemeral: offer, actionId: 'choose-0' });
    const answer = await told('U0ALICE', 'Source: ');
    await slack.press({
      ...{ user: 'U0ALICE', ephemeral: answer, actionId: 'feedback', value: 'positive' },
    });
    const thanks = await told('U0ALICE', 'Thank you.');

    expect([offer, answer, thanks].map(({ thread_ts: thread }) => thread)).toEqual([
      threadTs,
      threadTs,
      threadTs,
    ]);
  });

  it('shares there', async () => {
    const { slack } = await start(KNOWING);
    const { message } = await slack.postAs({ user: 'U0BOB', channel: 'C0SALES', text: 'A lead' });
    const threadTs = message.ts;
    await slack.postAs({ user: 'U0BOB', channel: 'C0SALES', text: 'more', threadTs });
    const inThread = { ...(await ask()), thread_ts: threadTs };

    await slack.press({ user: 'U0ALICE', ephemeral: inThread, actionId: 'share' });
    const post = await slack.waitFor(() => slack.thread('C0SALES', threadTs)[2]);

    expect(JSON.stringify(post)).toContain('Shared by');
  });

  it('is answered in the channel where the bot may not post in the thread', async () => {
    const { slack } = await start();
    const { message } = await slack.mention({ ...ALICE, text: QUESTION });
    const reply = await slack.waitFor(() => slack.thread('C0SALES', message.ts)[1]);
    slack.faults.api('chat.postEphemeral', { error: 'token_revoked' });

    await slack.press({ user: 'U0BOB', messageTs: reply.ts, actionId: 'not-what-i-asked' });

    expect(await told('U0BOB', 'What did you mean?')).not.toHaveProperty('thread_ts');
  });
});

it('two selections in quick succession end in silence', async () => {
  const { slack, logged } = await start();
  const { message } = await slack.postAs({ ...ALICE, text: QUESTION });
  await slack.messageShortcut({ ...ALICE, callbackId: 'route_lead', messageTs: message.ts });
  const { view } = await slack.waitFor(() => slack.viewsOf('U0ALICE')[0]);
  slack.faults.api('views.update', { error: 'hash_conflict' });

  const press = { user: 'U0ALICE', viewId: view.id, actionId: 'lead-program' };
  await slack.press({ ...press, value: 'education' });
  await slack.waitFor(() => logged().includes('redrawn'));

  expect(slack.messagesIn(slack.directChannel('U0ALICE').id)).toEqual([]);
});

describe('Slack drops events', () => {
  it.each(['http', 'socket'] as const)('and the log says so, over %s', async (mode) => {
    const { slack, logged } = await start({ mode });

    const { acknowledged } = await slack.limitEvents();

    expect(acknowledged).toBe(true);
    expect(logged()).toContain('Slack sends no events for a while');
    expect(logged()).not.toContain('no listener knows a request');
  });
});

it('a question with an ampersand is handed on, though Slack escapes what comes back', async () => {
  const { slack } = await start({ escapesValues: true });
  const text = 'what is for <lunch> at R&D?';
  const { userSees } = await slack.slashCommand({ ...ALICE, command: '/program-route', text });
  const [ephemeral] = userSees.ephemerals;

  await slack.press({ user: 'U0ALICE', ...(ephemeral && { ephemeral }), actionId: 'ask-team' });
  const { view } = await slack.waitFor(() => slack.viewsOf('U0ALICE')[0]);

  expect(JSON.stringify(view)).toContain('<lunch> at R&D?');
});

it('an answer that a response_url refuses within an "ok" goes another way', async () => {
  const { slack, logged } = await start();
  const ephemeral = await ask();
  slack.faults.api('response_url', { status: 200, answer: { ok: false, error: 'expired_url' } });

  await slack.press({ user: 'U0ALICE', ephemeral, actionId: 'not-what-i-asked' });
  await slack.waitFor(() => logged().includes('"outcome":"not-what-i-asked"'));

  expect(slack.calls.at(-1)?.method).toBe('chat.postEphemeral');
});

it.each(['thread_broadcast', 'me_message'])('a %s by a person is a question', async (kind) => {
  const { slack } = await start();
  const { message } = await slack.directMessage({ user: 'U0ALICE', text: 'x', silent: true });
  const more =
    kind === 'me_message' ? { isMe: true } : { threadTs: message.ts, alsoToChannel: true };

  await slack.directMessage({ user: 'U0ALICE', text: QUESTION, ...more });

  expect(JSON.stringify(slack.messagesIn(message.channel).at(-1))).toContain(ANSWER);
});

it('posts faster than Slack takes are answered all the same', async () => {
  const { slack } = await start({ postsAtOnce: 1 });

  await slack.mention({ ...ALICE, text: QUESTION });
  const { message } = await slack.mention({ ...ALICE, user: 'U0BOB', text: QUESTION });

  expect(JSON.stringify(slack.thread('C0SALES', message.ts))).toContain(ANSWER);
});
