import { afterEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { startTestBot, type TestBot, type TestOptions } from './running-bot';

const QUESTION = 'who owns an account that only has an edu subscription?';
let test: TestBot | undefined;

afterEach(async () => {
  await test?.stop();
  test = undefined;
});

async function start(options: TestOptions): Promise<TestBot> {
  test = await startTestBot(options);
  return test;
}

const MENTION = { user: 'U0ALICE', channel: 'C0SALES', text: QUESTION };
const MODES = ['http', 'socket'] as const;

describe.each(MODES)('an event over %s', (mode) => {
  it('is acknowledged when its answer is posted, not before', async () => {
    const { slack } = await start({ mode });
    slack.faults.api('chat.postMessage', { delayMs: 400 }, 1);

    const { message } = await slack.mention(MENTION);

    expect(slack.thread('C0SALES', message.ts)).toHaveLength(2);
    expect(slack.requests.at(-1)).toMatchObject({ acknowledged: true });
    expect(slack.requests.at(-1)?.ms).toBeGreaterThan(390);
  });

  it('comes again where nothing could be posted, and is answered then', async () => {
    const { slack } = await start({ mode, retryDelaysMs: [50, 60_000] });
    slack.faults.api('chat.postMessage', { error: 'internal_error' }, 2);
    slack.faults.api('chat.postEphemeral', { error: 'internal_error' }, 1);

    const { message } = await slack.mention(MENTION);
    await slack.waitFor(() => slack.thread('C0SALES', message.ts).length === 2, 60_000);

    const events = slack.requests.filter(({ kind }) => kind === 'events_api');
    expect(events.map(({ acknowledged }) => acknowledged)).toEqual([false, true]);
  });

  it('is answered once though its acknowledgement is lost', async () => {
    const { slack } = await start({ mode, ackTimeoutMs: 1500, retryDelaysMs: [50] });
    slack.faults.loseAck();

    const { message } = await slack.mention(MENTION);

    const events = slack.requests.filter(({ kind }) => kind === 'events_api');
    expect(events.map(({ acknowledged }) => acknowledged)).toEqual([false, true]);
    expect(slack.thread('C0SALES', message.ts)).toHaveLength(2);
  });

  it('is answered once though the answer takes longer than Slack waits', async () => {
    const { slack } = await start({ mode, ackTimeoutMs: 300, retryDelaysMs: [50, 700] });
    slack.faults.api('chat.postMessage', { delayMs: 800 }, 1);

    const { message } = await slack.mention(MENTION);
    const events = () => slack.requests.filter(({ kind }) => kind === 'events_api');
    await slack.waitFor(() => events().length === 3 && events()[2]?.acknowledged);

    expect(events().map(({ acknowledged }) => acknowledged)).toEqual([false, false, true]);
    expect(slack.thread('C0SALES', message.ts)).toHaveLength(2);
  });

  it('is answered while the store is locked, and `/readyz` says so', async () => {
    const { slack, bot, databaseFile } = await start({ mode });
    const other = new Database(databaseFile);
    other.exec('begin exclusive');
    const ready = (query = '') => fetch(`http://127.0.0.1:${bot.port}/readyz${query}`);

    const { message } = await slack.mention(MENTION);
    const [all, traffic] = [await ready(), await ready('?except=store')];
    other.exec('rollback');
    other.close();

    expect(slack.thread('C0SALES', message.ts)).toHaveLength(2);
    expect([all.status, traffic.status]).toEqual([503, 200]);
    const problems = [
      expect.stringMatching(/^the store cannot be reached: .* 1 events were taken/),
    ];
    expect(await all.json()).toMatchObject({ ok: false, problems });
    expect(await traffic.json()).toMatchObject({ ok: true, problems });
  });
});
