import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answers, SocketBot } from './socket-bot';

const DOWN = 'the socket to Slack is down';

let bot: SocketBot;

beforeEach(async () => {
  bot = await SocketBot.start(1, { ackTimeoutMs: 1000, retryDelaysMs: [300, 300, 1000] });
});

afterEach(async () => {
  await bot.stop();
});

describe.each(['cut', 'goodbye'] as const)('a socket that ends (%s)', (kind) => {
  it('is replaced; `/readyz` says no meanwhile', async () => {
    const { slack } = bot;
    slack.faults.api('apps.connections.open', { delayMs: 300 }, 1);

    await bot.ask(2);
    slack.faults.socket(kind);
    const down = await bot.until(503);
    await bot.renewed(1);
    const up = await bot.ready();
    await bot.ask(2);

    expect(down.problems).toEqual([DOWN]);
    expect(up).toMatchObject({ status: 200, problems: [] });
    expect(bot.heard).toEqual(answers(4));
  });

  it('costs no answer to a mention, and gives none twice', async () => {
    const { slack } = bot;
    slack.faults.api('chat.postMessage', { delayMs: 200 }, 1);

    const posted = slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: 'edu lead?' });
    await slack.waitFor(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    slack.faults.socket(kind);
    const { message } = await posted;

    expect(slack.requests.map(({ acknowledged }) => acknowledged)).toEqual([false, true]);
    expect(slack.thread('C0SALES', message.ts)).toHaveLength(2);
  });

  it('again and again, as soon as it stands: the bot takes more and more time, and comes back', async () => {
    const { slack } = bot;
    const endIt = (): void => {
      slack.faults.socket(kind);
    };
    slack.on('change', endIt);
    slack.faults.socket(kind);
    await slack.waitFor(() => bot.opened === 5, 10_000);
    slack.off('change', endIt);
    await bot.renewed(1);
    await bot.until(200);
    await bot.ask(1);

    const pauses = bot.pauses.slice(1);
    expect(pauses.every((pause, n) => pause >= 0.75 * 250 * 2 ** n)).toBe(true);
    expect(bot.heard).toEqual(answers(1));
  });
});

describe('a socket that is half open', () => {
  it('is noticed and replaced; `/readyz` says no meanwhile', async () => {
    const { slack } = bot;

    slack.faults.socket('silence');
    const down = await bot.until(503);
    await bot.renewed(1);
    slack.faults.socket('cut', 1);
    await bot.until(200);
    await bot.ask(2);

    expect(down.problems).toEqual([DOWN]);
    expect(bot.log).toContain('The socket to Slack stopped responding.');
    expect(bot.heard).toEqual(answers(2));
  });
});
