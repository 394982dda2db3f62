import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../src/local-slack';
import { type Args, callMethod } from './web-client';

let slack: LocalSlack;
let clock = 1_900_000_000_000;

beforeAll(async () => {
  slack = await startLocalSlack({ now: () => clock });
});

afterAll(async () => {
  await slack.stop();
});

function call(method: string, args: Args = {}): Promise<Args> {
  return callMethod(slack, method, args);
}

const sales = { channel: 'C0SALES' };
const tooLong = 'x'.repeat(3001);

describe('views', () => {
  const modal = { type: 'modal', title: { type: 'plain_text', text: 'Lead' }, blocks: [] };

  /** No bot listens here; the trigger_id is taken from the request that was to reach it. */
  async function trigger(): Promise<unknown> {
    const { ts } = (await slack.postAs({ user: 'U0ALICE', ...sales, text: 'A lead' })).message;
    const shortcut = { user: 'U0ALICE', ...sales, callbackId: 'file-it', messageTs: ts };
    await slack.messageShortcut(shortcut);
    return slack.requests.at(-1)?.payload['trigger_id'];
  }

  it('opens with a trigger_id once and within three seconds', async () => {
    const first = await trigger();
    const second = await trigger();

    const opened = await call('views.open', { trigger_id: first, view: modal });
    const again = await call('views.open', { trigger_id: first, view: modal });
    clock += 3001;
    const late = await call('views.open', { trigger_id: second, view: modal });
    const made = await call('views.open', { trigger_id: '1.2.3', view: modal });

    expect(opened).toMatchObject({ ok: true, view: { type: 'modal' } });
    expect([again, late, made]).toMatchObject([
      { error: 'exchanged_trigger_id' },
      { error: 'expired_trigger_id' },
      { error: 'invalid_trigger_id' },
    ]);
  });

  it('expires every trigger_id on demand', async () => {
    slack.faults.expireTriggers(true);
    const answer = await call('views.open', { trigger_id: await trigger(), view: modal });
    slack.faults.clear();

    expect(answer).toMatchObject({ error: 'expired_trigger_id' });
  });

  it('stacks three modals and updates by id and hash', async () => {
    const { view } = await call('views.open', { trigger_id: await trigger(), view: modal });
    await call('views.push', { trigger_id: await trigger(), view: modal });
    await call('views.push', { trigger_id: await trigger(), view: modal });
    const fourth = await call('views.push', { trigger_id: await trigger(), view: modal });
    const { id, hash } = view as { id: string; hash: string };
    const updated = await call('views.update', { view_id: id, hash, view: modal });
    const conflict = await call('views.update', { view_id: id, hash, view: modal });

    expect(fourth).toMatchObject({ error: 'push_limit_reached' });
    expect(slack.viewsOf('U0ALICE')).toHaveLength(3);
    expect(updated).toMatchObject({ ok: true, view: { id } });
    expect(conflict).toMatchObject({ error: 'hash_conflict' });
  });

  it('publishes a Home tab', async () => {
    const view = { type: 'home', blocks: [{ type: 'divider' }] };
    const published = await call('views.publish', { user_id: 'U0BOB', view });
    const wrong = await call('views.publish', { user_id: 'U0BOB', view: modal });
    const stale = await call('views.publish', { user_id: 'U0BOB', view, hash: 'old' });

    expect(published).toMatchObject({ ok: true });
    expect([wrong, stale]).toMatchObject([
      { error: 'invalid_arguments' },
      { error: 'hash_conflict' },
    ]);
    expect(slack.homeOf('U0BOB')?.view.blocks).toMatchObject([{ type: 'divider' }]);
  });
});

describe('a response_url', () => {
  async function responseUrl(): Promise<string> {
    const command = { user: 'U0BOB', ...sales, command: '/ask', text: '' };
    await slack.slashCommand(command);
    return String(slack.requests.at(-1)?.payload['response_url']);
  }

  async function respond(url: string, body: Args): Promise<[number, string]> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return [response.status, await response.text()];
  }

  it('answers five times, to the user or to the channel', async () => {
    const url = await responseUrl();
    const inChannel = await respond(url, { text: 'For all', response_type: 'in_channel' });
    const answers = [];
    for (const text of ['2', '3', '4', '5', '6']) answers.push(await respond(url, { text }));

    expect(inChannel).toEqual([200, 'ok']);
    expect(answers.at(-2)).toEqual([200, 'ok']);
    expect(answers.at(-1)).toEqual([404, 'used_url']);
    expect(slack.messagesIn('C0SALES').at(-1)).toMatchObject({
      text: 'For all',
      bot_id: 'B0BOT',
    });
    expect(slack.ephemeralsFor('U0BOB').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['2', '3', '4', '5']),
    );
  });

  it('expires after thirty minutes', async () => {
    const url = await responseUrl();
    clock += 30 * 60_000 + 1;

    expect(await respond(url, { text: 'late' })).toEqual([404, 'expired_url']);
  });

  it('checks the limits', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: tooLong } }];

    expect(await respond(await responseUrl(), { blocks })).toEqual([400, 'invalid_blocks']);
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'response_url',
      response: { problems: [expect.stringContaining('/blocks/0')] as unknown },
    });
  });

  it('replaces and deletes the message that was acted on', async () => {
    const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'A' } };
    const blocks = [{ type: 'actions', elements: [button] }];
    const { ts } = await call('chat.postMessage', { ...sales, text: 'Old', blocks });
    const act = { user: 'U0BOB', messageTs: String(ts), actionId: 'a' };
    await slack.press(act);
    const url = String(slack.requests.at(-1)?.payload['response_url']);

    await respond(url, { replace_original: true, text: 'New' });
    const replaced = slack.messagesIn('C0SALES').find((message) => message.ts === ts);
    await respond(url, { delete_original: true });

    expect(replaced).toMatchObject({ text: 'New' });
    expect(replaced).not.toHaveProperty('blocks');
    expect(slack.messagesIn('C0SALES').map((message) => message.ts)).not.toContain(ts);
  });
});

describe('faults', () => {
  it('plays rate limits, errors, delays and silence', async () => {
    slack.faults.api('auth.test', { status: 429, retryAfter: 7 }, 1);
    const limited = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    slack.faults.api('*', { error: 'fatal_error' }, 1);
    const wrong = await call('auth.test');
    slack.faults.api('auth.test', { delayMs: 30 }, 1);
    const started = Date.now();
    const late = await call('auth.test');
    const waited = Date.now() - started;
    slack.faults.api('auth.test', { hang: true }, 1);
    const signal = AbortSignal.timeout(30);
    const hung = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', signal }).catch(String);

    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await limited.json()).toEqual({ ok: false, error: 'ratelimited' });
    expect(wrong).toMatchObject({ error: 'fatal_error' });
    expect(late).toMatchObject({ ok: true });
    expect(waited).toBeGreaterThanOrEqual(29);
    expect(hung).toContain('TimeoutError');
  });
});

describe('the loopback', () => {
  it('is the only place it listens on and sends to', async () => {
    const sentence = 'The local Slack stays on this machine';

    await expect(startLocalSlack({ host: '0.0.0.0' })).rejects.toThrow(sentence);
    await expect(startLocalSlack({ eventsUrl: 'https://example.com/' })).rejects.toThrow(sentence);
    expect(() => {
      slack.eventsUrl = 'http://10.0.0.1/slack/events';
    }).toThrow(sentence);
  });
});
