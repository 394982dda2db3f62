import { afterEach, describe, expect, it } from '@jest/globals';
import type { TestOptions } from '../../slack/running-bot';
import { answers, SocketBot } from './socket-bot';

/** What Slack's client shows where no connection takes a command. */
const NOT_SENT = '/program-route failed with the error "dispatch_failed"';
/** And where one takes it, and says nothing. */
const NOT_TAKEN = '/program-route failed with the error "operation_timeout"';

let bot: SocketBot;

afterEach(async () => {
  await bot.stop();
});

async function start(connections: number, options?: TestOptions): Promise<SocketBot> {
  bot = await SocketBot.start(connections, options);
  return bot;
}

describe.each([1, 2])('with %i connections, Slack', (connections) => {
  it('warns of all: every command is answered, once', async () => {
    const { slack } = await start(connections);

    await bot.ask(4);
    slack.faults.socket('warning');
    await bot.ask(4);
    await bot.renewed(connections);
    await bot.ask(4);

    expect(bot.heard).toEqual(answers(12));
  });

  it.each(['refresh', 'disabled'] as const)(
    'sends nothing over any from now on (%s): only what it cannot send goes unanswered',
    async (kind) => {
      const { slack } = await start(connections);

      await bot.ask(4);
      slack.faults.socket(kind);
      await bot.ask(2);
      await bot.renewed(connections);
      await bot.ask(4);

      expect(bot.heard).toEqual([...answers(4), NOT_SENT, NOT_SENT, ...answers(4)]);
      expect(bot.log).toContain(kind === 'refresh' ? 'refresh_requested' : 'link_disabled');
    },
  );
});

describe('with two connections', () => {
  it('each payload goes over one of them', async () => {
    const { slack } = await start(2, { ackTimeoutMs: 1000 });

    slack.faults.socket('silence', 1);
    await bot.ask(4);

    slack.faults.socket('cut', 1);
    expect([...bot.heard].sort()).toEqual([NOT_TAKEN, NOT_TAKEN, 'answer', 'answer']);
  });

  it.each(['warning', 'refresh'] as const)(
    'one is replaced while the other serves (%s): every command is answered, once',
    async (kind) => {
      const { slack } = await start(2);

      for (let turn = 1; turn <= 3; turn += 1) {
        await bot.ask(2);
        slack.faults.socket(kind, 1);
        await bot.ask(4);
        await bot.renewed(turn);
        await bot.ask(2);
      }

      expect(bot.heard).toEqual(answers(24));
      expect((await bot.ready()).status).toBe(200);
    },
  );
});

describe('what is under way when Slack asks for a new connection', () => {
  it.each(['warning', 'refresh'] as const)('is acknowledged (%s)', async (kind) => {
    const { slack } = await start(1, { retryDelaysMs: [0] });
    slack.faults.api('chat.postMessage', { delayMs: 300 }, 1);

    const posted = slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: 'edu lead?' });
    await slack.waitFor(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    slack.faults.socket(kind);
    const { message } = await posted;
    await bot.renewed(1);

    expect(slack.requests.map(({ acknowledged }) => acknowledged)).toEqual([true]);
    expect(slack.thread('C0SALES', message.ts)).toHaveLength(2);
  });
});
