import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiFault } from '../../../packages/local-slack/src/faults';
import { startLocalSlack } from '../../../packages/local-slack/src/local-slack';
import { answers, SocketBot } from './socket-bot';

/** Where Slack's client fails by itself, it calls once more. */
const CALLS_A_TRY = 2;

const NETWORK = 'Check the network and the proxy';
const WAIT = 'Slack has a problem. If it continues, see https://slack-status.com.';

let bot: SocketBot;

beforeEach(async () => {
  bot = await SocketBot.start(1);
});

afterEach(async () => {
  await bot.stop();
});

describe('where Slack gives no connection, the bot says why, waits, and comes back', () => {
  it.each<[string, ApiFault, string]>([
    ['HTTP 500', { status: 500 }, `(slack_webapi_http_error). ${WAIT}`],
    ['an error of Slack', { error: 'internal_error' }, `(internal_error). ${WAIT}`],
    ['a refused token', { error: 'invalid_auth' }, '(invalid_auth). Check SLACK_APP_TOKEN.'],
    [
      'a token of another kind',
      { error: 'not_allowed_token_type' },
      '(not_allowed_token_type). Check SLACK_APP_TOKEN.',
    ],
    [
      'a host name that does not resolve',
      { answer: { ok: true, url: 'ws://wss-primary.invalid/link/' } },
      `(slack_socket_mode_websocket_error). ${NETWORK}`,
    ],
  ])('%s', async (_, fault, problem) => {
    const { slack } = bot;
    slack.faults.api('apps.connections.open', fault);

    slack.faults.socket('cut');
    await bot.failed(3);
    const down = await bot.ready();
    const calls = bot.opened - 1;
    const took = bot.pauses.slice(1).reduce((sum, pause) => sum + pause, 0);
    slack.faults.clear();
    await bot.renewed(1);
    await bot.ask(1);

    expect(down.status).toBe(503);
    expect(down.problems).toEqual([expect.stringContaining(`Slack is down ${problem}`)]);
    expect(calls).toBeLessThanOrEqual(3 * CALLS_A_TRY);
    expect(took).toBeGreaterThan(0.75 * (250 + 500));
    expect(await bot.ready()).toMatchObject({ status: 200, problems: [] });
    expect(bot.heard).toEqual(answers(1));
  });

  it('a rate limit: as long as Slack asks for', async () => {
    const { slack } = bot;
    slack.faults.api('apps.connections.open', { status: 429, retryAfter: 1 }, 1);

    slack.faults.socket('cut');
    await bot.failed(1);
    const down = await bot.ready();
    await bot.renewed(1);

    expect(down.problems).toEqual([expect.stringContaining('(ratelimited)')]);
    expect(bot.pauses).toHaveLength(2);
    expect(bot.pauses[1]).toBeGreaterThanOrEqual(1000);
  });
});

it('comes back to a Slack whose port was closed for a while', async () => {
  const { slack } = bot;
  const { port } = new URL(slack.url);

  await slack.stop();
  await bot.failed(2);
  const down = await bot.ready();
  const again = await startLocalSlack({ mode: 'socket', port: Number(port) });
  await bot.until(200);
  const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/program-route', text: 'help' };
  const outcome = await again.slashCommand(command);
  await again.stop();

  expect(down.problems).toEqual([expect.stringContaining(NETWORK)]);
  expect(outcome.acknowledged).toBe(true);
});

it('says which of two connections it cannot get back, and answers over the other', async () => {
  await bot.stop();
  bot = await SocketBot.start(2);
  const { slack } = bot;
  slack.faults.api('apps.connections.open', { error: 'internal_error' });

  slack.faults.socket('cut', 1);
  await bot.failed(1);
  await bot.ask(4);

  expect(await bot.ready()).toMatchObject({
    status: 200,
    ok: true,
    problems: [],
    notes: [`1 of 2 sockets to Slack is down (internal_error). ${WAIT}`],
  });
  expect(bot.heard).toEqual(answers(4));
});
