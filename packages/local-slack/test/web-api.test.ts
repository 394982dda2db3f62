import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../src/local-slack';
import { type Args, callMethod } from './web-client';

let slack: LocalSlack;

const scopes = [
  'chat:write',
  'im:history',
  'im:write',
  'channels:history',
  'users:read',
  'files:read',
];

beforeAll(async () => {
  slack = await startLocalSlack({ scopes });
});

afterAll(async () => {
  await slack.stop();
});

function call(method: string, args: Args = {}): Promise<Args> {
  return callMethod(slack, method, args);
}

async function callAsForm(method: string, args: Record<string, string>): Promise<Args> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    body: new URLSearchParams(args),
  });
  return (await response.json()) as Args;
}

const sales = { channel: 'C0SALES' };
const tooLong = 'x'.repeat(3001);

describe('the Web API', () => {
  it('takes the token from the header or from a form', async () => {
    const answers = [
      await call('auth.test'),
      await callAsForm('auth.test', { token: 'xoxb-local' }),
      await callAsForm('auth.test', {}),
      await call('auth.test', { token: 'xoxb-wrong' }),
      await call('auth.test', { token: 'xapp-local' }),
      await call('apps.connections.open', { token: 'xapp-local' }),
    ];

    expect(answers).toMatchObject([
      { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT' },
      { ok: true },
      { ok: false, error: 'not_authed' },
      { ok: false, error: 'invalid_auth' },
      { ok: false, error: 'not_allowed_token_type' },
      { ok: true, url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1/) },
    ]);
  });

  const refusals: [string, string, Args][] = [
    ['unknown_method', 'chat.shout', {}],
    ['invalid_arguments', 'chat.postMessage', { text: 'hi' }],
    ['channel_not_found', 'chat.postMessage', { channel: 'C0NOWHERE', text: 'hi' }],
    ['not_in_channel', 'chat.postMessage', { channel: 'C0NOBOT', text: 'hi' }],
    ['no_text', 'chat.postMessage', sales],
    ['msg_too_long', 'chat.postMessage', { ...sales, text: 'x'.repeat(40_001) }],
    ['invalid_blocks_format', 'chat.postMessage', { ...sales, blocks: 'no json' }],
    ['user_not_in_channel', 'chat.postEphemeral', { ...sales, user: 'U0NOBODY', text: 'hi' }],
    ['message_not_found', 'chat.update', { ...sales, ts: '1.000001', text: 'hi' }],
    ['message_not_found', 'chat.delete', { ...sales, ts: '1.000001' }],
    ['message_not_found', 'chat.getPermalink', { ...sales, message_ts: '1.000001' }],
    ['missing_scope', 'conversations.info', sales],
    ['thread_not_found', 'conversations.replies', { ...sales, ts: '1.000001' }],
    ['user_not_found', 'users.info', { user: 'U0NOBODY' }],
    ['user_not_found', 'conversations.open', { users: 'U0NOBODY' }],
    ['file_not_found', 'files.info', { file: 'F0NONE' }],
    ['invalid_arguments', 'views.open', { trigger_id: '1.2.3', view: { type: 'modal' } }],
    ['not_found', 'views.update', { view_id: 'V0NONE', view: { type: 'home', blocks: [] } }],
    ['view_not_found', 'views.update', { view: { type: 'home', blocks: [] } }],
    [
      'user_not_found',
      'views.publish',
      { user_id: 'U0NOBODY', view: { type: 'home', blocks: [] } },
    ],
  ];

  it.each(refusals)('answers %s to %s', async (error, method, args) => {
    expect(await call(method, args)).toMatchObject({ ok: false, error });
  });

  it('names the scope that is missing and those there are', async () => {
    expect(await call('conversations.info', { channel: 'C0PRIVATE' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'groups:read',
      provided: scopes.join(','),
    });
  });

  it('says where blocks are wrong', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: tooLong } }];
    const problem =
      'must be less than 3001 characters, found 3001 [json-pointer:/blocks/0/text/text]';

    expect(
      await callAsForm('chat.postMessage', {
        token: 'xoxb-local',
        ...sales,
        blocks: JSON.stringify(blocks),
      }),
    ).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: [`[ERROR] ${problem}`] },
    });
  });

  it('has a code of its own for blocks too long together', async () => {
    const block = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2700) } };

    const answer = await call('chat.postMessage', { ...sales, blocks: Array(5).fill(block) });

    expect(answer).toMatchObject({ error: 'msg_blocks_too_long' });
  });

  it('posts, threads, edits, finds and deletes a message', async () => {
    const { ts } = await call('chat.postMessage', { channel: '#sales', text: 'First' });
    const reply = await call('chat.postMessage', { ...sales, text: 'Reply', thread_ts: ts });
    await call('chat.update', { ...sales, ts, text: 'First, edited' });
    const replies = await call('conversations.replies', { ...sales, ts });
    const history = await call('conversations.history', { ...sales, limit: 1 });
    const link = await call('chat.getPermalink', { ...sales, message_ts: reply['ts'] });
    const removed = await call('chat.delete', { ...sales, ts: reply['ts'] });

    expect(replies['messages']).toMatchObject([
      { text: 'First, edited', reply_count: 1, edited: { user: 'U0BOT' } },
      { text: 'Reply', thread_ts: ts, parent_user_id: 'U0BOT' },
    ]);
    expect(history['messages']).toMatchObject([{ text: 'First, edited' }]);
    expect(link['permalink']).toContain(`?thread_ts=${String(ts)}&cid=C0SALES`);
    expect(removed).toMatchObject({ ok: true });
    expect(slack.thread('C0SALES', String(ts))).toHaveLength(1);
  });

  it('changes only messages of its own', async () => {
    const { message } = await slack.postAs({ user: 'U0ALICE', ...sales, text: 'Mine' });
    const args = { ...sales, ts: message.ts };

    expect(await call('chat.update', { ...args, text: 'Yours' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call('chat.delete', args)).toMatchObject({ error: 'cant_delete_message' });
  });

  it('opens a direct message by the id of a user', async () => {
    const opened = await call('conversations.open', { users: 'U0BOB' });
    await call('chat.postMessage', { channel: 'U0BOB', text: 'Hello Bob' });

    const channel = (opened['channel'] as { id: string }).id;
    expect(slack.messagesIn(channel)).toMatchObject([{ text: 'Hello Bob' }]);
  });

  it('shows an ephemeral message to its viewer alone', async () => {
    const answer = await call('chat.postEphemeral', { ...sales, user: 'U0ALICE', text: 'For you' });

    expect(slack.ephemeralsFor('U0ALICE')).toMatchObject([
      { ts: answer['message_ts'], text: 'For you' },
    ]);
    expect(slack.ephemeralsFor('U0BOB')).toEqual([]);
    expect(slack.messagesIn('C0SALES').map(({ text }) => text)).not.toContain('For you');
  });

  it('knows users and files', async () => {
    await slack.postAs({ user: 'U0ALICE', ...sales, files: [{ id: 'F0LEAD', mode: 'email' }] });

    expect(await call('users.info', { user: 'U0GUEST' })).toMatchObject({
      user: { is_restricted: true },
    });
    expect(await call('files.info', { file: 'F0LEAD' })).toMatchObject({ file: { mode: 'email' } });
  });

  it('keeps the calls without their tokens', async () => {
    await callAsForm('auth.test', { token: 'xoxb-local', extra: '1' });

    expect(slack.calls.at(-1)).toMatchObject({
      method: 'auth.test',
      args: { extra: '1' },
      status: 200,
    });
    expect(JSON.stringify(slack.calls)).not.toContain('xoxb-local');
  });
});
