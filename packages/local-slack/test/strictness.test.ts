import { afterEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../src/local-slack';
import type { LocalSlackOptions } from '../src/settings';
import { type Args, callMethod } from './web-client';

const ALICE = { user: 'U0ALICE', channel: 'C0SALES' };
const BUTTON = {
  type: 'button',
  action_id: 'ask',
  text: { type: 'plain_text', text: 'Ask' },
  value: 'R&D <now>',
};
const BLOCKS = [{ type: 'actions', elements: [BUTTON] }];

let slack: LocalSlack;

afterEach(async () => {
  await slack.stop();
});

async function start(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  // No app listens: the test looks at what Slack sends.
  slack = await startLocalSlack({ retryDelaysMs: [], ...options });
  return slack;
}

function lastPayload({ requests }: LocalSlack): Args {
  return requests.at(-1)?.payload ?? {};
}

function call(method: string, args: Args): Promise<Args> {
  return callMethod(slack, method, args);
}

describe('a private message in a thread', () => {
  it('is not shown before the thread has a reply, though Slack says ok', async () => {
    const { message } = await (await start()).postAs({ ...ALICE, text: 'A question' });
    const post = { ...ALICE, text: 'For you', thread_ts: message.ts };

    const early = await call('chat.postEphemeral', post);
    await call('chat.postMessage', { channel: 'C0SALES', text: 'A reply', thread_ts: message.ts });
    await call('chat.postEphemeral', { ...post, text: 'For you, again' });

    expect(early).toMatchObject({ ok: true });
    expect(slack.ephemeralsFor('U0ALICE').map(({ text }) => text)).toEqual(['For you, again']);
  });

  it('comes from no response_url: it appears in the channel', async () => {
    const { message } = await (await start()).postAs({ ...ALICE, text: 'Root' });
    const args = { channel: 'C0SALES', text: 'x', blocks: BLOCKS, thread_ts: message.ts };
    const { ts } = await call('chat.postMessage', args);
    await slack.press({ user: 'U0ALICE', messageTs: String(ts), actionId: 'ask' });
    const url = String(lastPayload(slack)['response_url']);
    const thread = { thread_ts: message.ts, replace_original: false };

    for (const body of [
      { ...thread, text: 'For you' },
      { ...thread, text: 'For all', response_type: 'in_channel' },
    ]) {
      await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    }

    expect(slack.ephemeralsFor('U0ALICE').at(-1)).not.toHaveProperty('thread_ts');
    expect(slack.thread('C0SALES', message.ts).at(-1)).toMatchObject({ text: 'For all' });
  });
});

it.each([
  ['yesterday', 'invalid_thread_ts'],
  ['1700000000.000100', 'thread_not_found'],
])('a thread_ts must be that of a message: %s', async (thread_ts, error) => {
  await start();

  for (const method of ['chat.postMessage', 'chat.postEphemeral']) {
    const answer = await call(method, { ...ALICE, text: 'x', thread_ts });
    expect(answer).toMatchObject({ ok: false, error });
  }
});

describe('the envelope of a mention', () => {
  it('names no context, which one of a direct message does', async () => {
    const local = await start();

    await local.mention({ ...ALICE, text: 'hi' });
    await local.directMessage({ user: 'U0ALICE', text: 'hi' });
    const [mention, direct] = local.requests.map(({ payload }) => payload);

    expect(mention).not.toHaveProperty('context_team_id');
    expect(mention).not.toHaveProperty('context_enterprise_id');
    expect(direct).toMatchObject({ context_team_id: 'T0LOCAL', context_enterprise_id: null });
  });
});

describe('a value', () => {
  it('may come back escaped', async () => {
    await start({ escapesValues: true });
    const { ts } = await call('chat.postMessage', { ...ALICE, text: 'x', blocks: BLOCKS });

    await slack.press({ user: 'U0ALICE', messageTs: String(ts), actionId: 'ask' });

    const actions = [{ value: 'R&amp;D &lt;now&gt;' }];
    expect(lastPayload(slack)).toMatchObject({ actions });
  });
});

describe('a person', () => {
  it('posts a reply that is also sent to the channel', async () => {
    await start();
    const { message } = await slack.directMessage({ user: 'U0ALICE', text: 'Root' });
    const threadTs = message.ts;

    await slack.directMessage({ user: 'U0ALICE', text: 'Reply', threadTs, alsoToChannel: true });

    expect(lastPayload(slack)['event']).toMatchObject({
      subtype: 'thread_broadcast',
      thread_ts: threadTs,
      root: { ts: threadTs, text: 'Root' },
    });
  });

  it('posts with /me, which has no blocks', async () => {
    await start();

    await slack.directMessage({ user: 'U0ALICE', text: 'wonders who renews', isMe: true });
    const { event } = lastPayload(slack);

    expect(event).toMatchObject({ subtype: 'me_message', text: 'wonders who renews' });
    expect(event).not.toHaveProperty('blocks');
  });
});

it.each([
  ['R&D <x>', 'R&amp;D &lt;x&gt;'],
  ['ask @alice in #sales', 'ask <@U0ALICE|alice> in <#C0SALES|sales>'],
  ['see https://a.example/b?c=1&d', 'see <https://a.example/b?c=1&amp;d>'],
  ['@alicette', '@alicette'],
])('the text of a command is escaped: %s', async (text, expected) => {
  await start();

  await slack.slashCommand({ ...ALICE, command: '/ask', text });

  expect(lastPayload(slack)).toMatchObject({ text: expected });
});

it('the text of a command is raw where the app asks for no escaping', async () => {
  await start({ escapesCommands: false });

  await slack.slashCommand({ ...ALICE, command: '/ask', text: 'R&D' });

  expect(lastPayload(slack)).toMatchObject({ text: 'R&D' });
});

describe('in an Enterprise Grid', () => {
  const grid = { enterpriseId: 'E0GRID' };

  it('every payload names the organization', async () => {
    await start(grid);
    slack.addUser({ id: 'W0WENDY', name: 'wendy' });
    const wendy = { user: 'W0WENDY', channel: 'C0SALES' };

    const identity = await call('auth.test', {});
    await slack.mention({ ...wendy, text: 'hi' });
    const mention = lastPayload(slack);
    await slack.slashCommand({ ...wendy, command: '/ask', text: 'x' });
    const command = lastPayload(slack);
    const { message } = await slack.postAs({ ...wendy, text: 'x', silent: true });
    await slack.messageShortcut({ ...wendy, callbackId: 'a', messageTs: message.ts });

    expect(identity).toMatchObject({ enterprise_id: 'E0GRID', is_enterprise_install: false });
    expect(mention).toMatchObject({
      event: { user: 'W0WENDY' },
      authorizations: [{ enterprise_id: 'E0GRID', team_id: 'T0LOCAL' }],
    });
    expect(command).toMatchObject({ enterprise_id: 'E0GRID', is_enterprise_install: 'false' });
    expect(lastPayload(slack)).toMatchObject({
      enterprise: { id: 'E0GRID' },
      team: { id: 'T0LOCAL', enterprise_id: 'E0GRID' },
    });
  });

  it('an app of the whole organization belongs to no team', async () => {
    await start({ ...grid, isOrgInstall: true });

    await slack.mention({ ...ALICE, text: 'hi' });
    const mention = lastPayload(slack);
    const { message } = await slack.postAs({ ...ALICE, text: 'x', silent: true });
    await slack.messageShortcut({ ...ALICE, callbackId: 'a', messageTs: message.ts });

    expect(mention).toMatchObject({
      authorizations: [{ enterprise_id: 'E0GRID', team_id: null, is_enterprise_install: true }],
    });
    expect(lastPayload(slack)).toMatchObject({
      enterprise: { id: 'E0GRID' },
      team: null,
      is_enterprise_install: true,
    });
  });
});

it('Slack tells an app that it gets no more events for a while', async () => {
  await start();

  await slack.limitEvents();

  expect(lastPayload(slack)).toMatchObject({
    type: 'app_rate_limited',
    team_id: 'T0LOCAL',
    minute_rate_limited: expect.any(Number),
  });
});

describe('posts in a channel', () => {
  it('are limited to one a second, after a burst', async () => {
    let now = 1_900_000_000_000;
    await start({ postsAtOnce: 2, now: () => now });
    const post = async (channel: string): Promise<readonly [number, string | null]> => {
      const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: 'Bearer xoxb-local', 'content-type': 'application/json' },
        body: JSON.stringify({ channel, text: 'x' }),
      });
      return [response.status, response.headers.get('retry-after')];
    };

    const burst = [await post('C0SALES'), await post('#sales'), await post('C0SALES')];
    const elsewhere = await post('C0PRIVATE');
    now += 1000;
    const later = [await post('C0SALES'), await post('C0SALES')];

    expect(burst).toEqual([
      [200, null],
      [200, null],
      [429, '1'],
    ]);
    expect(elsewhere).toEqual([200, null]);
    expect(later).toEqual([
      [200, null],
      [429, '1'],
    ]);
  });
});
