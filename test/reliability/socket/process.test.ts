import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../../packages/local-slack/src/local-slack';
import type { ApiFault } from '../../../packages/local-slack/src/faults';
import type { SocketFault } from '../../../packages/local-slack/src/socket-hub';
import { BotProcess } from '../../../reliability/bot/bot-process';

const APP_TOKEN = { SLACK_APP_TOKEN: 'xapp-local' };

let slack: LocalSlack;
let bot: BotProcess | undefined;

beforeEach(async () => {
  slack = await startLocalSlack({ mode: 'socket' });
});

afterEach(async () => {
  await bot?.end();
  bot = undefined;
  await slack.stop();
});

interface Hardship {
  /** Of the calls that ask for a new connection. */
  readonly fault: ApiFault;
  readonly kind: SocketFault;
  /** What the bot logs when it has met it. */
  readonly line: RegExp;
}

describe('a stop', () => {
  it.each<[string, Hardship]>([
    [
      'while Slack does not answer',
      { fault: { hang: true }, kind: 'cut', line: /socket to Slack is down/ },
    ],
    [
      'while Slack asks to wait',
      { fault: { status: 429, retryAfter: 600 }, kind: 'cut', line: /no socket to Slack/ },
    ],
    ['while the socket is half open', { fault: {}, kind: 'silence', line: /"ready"/ }],
  ])(
    '%s ends the process with status 0, without waiting for Slack',
    async (_, { fault, kind, line }) => {
      bot = await BotProcess.start({ apiUrl: slack.apiUrl, environment: APP_TOKEN });
      slack.faults.api('apps.connections.open', fault);

      slack.faults.socket(kind);
      await bot.logged(line);
      bot.kill('SIGTERM');

      expect(await bot.ended()).toEqual({ code: 0, signal: null });
    },
  );
});

describe('a start that cannot connect ends with a sentence', () => {
  it.each<[string, NodeJS.ProcessEnv, string]>([
    [
      'where the host name of the Web API does not resolve',
      { ...APP_TOKEN, SLACK_API_URL: 'http://slack.invalid/api/' },
      'Slack’s Web API cannot be reached. Check the network',
    ],
    [
      'where Slack does not know the app-level token',
      { SLACK_APP_TOKEN: 'xapp-wrong' },
      "The bot can't open a socket to Slack. Check SLACK_APP_TOKEN. (invalid_auth)",
    ],
  ])('%s', async (_, environment, sentence) => {
    const started = BotProcess.start({ apiUrl: slack.apiUrl, environment });

    await expect(started).rejects.toThrow(sentence);
  });
});
