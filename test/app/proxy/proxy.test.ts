import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../../packages/local-slack/src/local-slack';
import { BotProcess, SECRET } from '../../../reliability/bot/bot-process';
import { ConnectProxy } from './connect-proxy';
import { CERTIFICATE, HOST, TlsFront } from './tls-front';

const QUESTION = 'who owns an account that only has an edu subscription?';

let slack: LocalSlack;
let front: TlsFront;
let proxy: ConnectProxy;
let bot: BotProcess | undefined;

async function startSlack(mode: 'http' | 'socket'): Promise<void> {
  // No resolver knows the name: what does not go through the proxy goes nowhere.
  slack = await startLocalSlack({ mode, publicUrl: `https://${HOST}`, ackTimeoutMs: 10_000 });
  front = await TlsFront.before(slack.port);
  proxy = await ConnectProxy.to(front.port);
}

function startBot(environment: NodeJS.ProcessEnv): Promise<BotProcess> {
  const trusted = { NODE_EXTRA_CA_CERTS: CERTIFICATE };
  return BotProcess.start({ apiUrl: slack.apiUrl, environment: { ...trusted, ...environment } });
}

function address(): string {
  return `http://127.0.0.1:${proxy.port}`;
}

afterEach(async () => {
  await bot?.end();
  bot = undefined;
  proxy.end();
  front.end();
  await slack.stop();
});

describe('HTTP mode behind a proxy', () => {
  beforeEach(() => startSlack('http'));

  it('calls the Web API and response_urls through it', async () => {
    bot = await startBot({ SLACK_SIGNING_SECRET: SECRET, HTTPS_PROXY: address() });
    slack.eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;

    const { message } = await slack.mention({
      user: 'U0ALICE',
      channel: 'C0SALES',
      text: QUESTION,
    });
    const command = { user: 'U0BOB', channel: 'C0SALES', command: '/program-route' };
    const { userSees } = await slack.slashCommand({ ...command, text: QUESTION });
    const [ephemeral] = userSees.ephemerals;
    if (ephemeral === undefined) throw new Error('There was no answer.');
    await slack.press({ user: 'U0BOB', ephemeral, actionId: 'share' });
    await slack.waitFor(() => slack.calls.some(({ method }) => method === 'response_url'));

    expect(slack.thread('C0SALES', message.ts)).toHaveLength(2);
    expect(new Set(proxy.targets)).toEqual(new Set([`${HOST}:443`]));
  });

  it('reads a lowercase name, and gives the proxy its password, which no log shows', async () => {
    const https_proxy = address().replace('//', '//bot:p%40ss123@');
    bot = await startBot({ SLACK_SIGNING_SECRET: SECRET, LOG_LEVEL: 'trace', https_proxy });

    expect(new Set(proxy.credentials)).toEqual(new Set(['bot:p@ss123']));
    expect(bot.log).not.toMatch(/p(?:%40|@)ss123/);
  });

  it('leaves hosts in NO_PROXY alone', async () => {
    const environment = { SLACK_SIGNING_SECRET: SECRET, HTTPS_PROXY: address(), NO_PROXY: HOST };
    bot = await BotProcess.failToStart({ apiUrl: slack.apiUrl, environment });

    expect(bot.log).toContain('Slack’s Web API cannot be reached.');
    expect(proxy.targets).toEqual([]);
  });
});

describe('Socket Mode behind a proxy', () => {
  beforeEach(() => startSlack('socket'));

  it('opens its WebSocket through it, again after a refresh', async () => {
    bot = await startBot({ SLACK_APP_TOKEN: 'xapp-local', HTTPS_PROXY: address() });

    const ask = async (): Promise<string> => {
      const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/program-route' };
      const { userSees } = await slack.slashCommand({ ...command, text: QUESTION });
      return userSees.ephemerals[0]?.text ?? 'nothing';
    };
    const before = await ask();
    slack.faults.socket('refresh');
    await bot.logged(/a new socket to Slack is up/);
    const after = await ask();

    expect([before, after]).toEqual([
      expect.stringContaining('The account stays'),
      expect.stringContaining('The account stays'),
    ]);
    expect(new Set(proxy.targets)).toEqual(new Set([`${HOST}:443`]));
  });
});
