import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import { type LocalSlack, startLocalSlack } from '../src/local-slack';
import type { LocalSlackOptions } from '../src/settings';

export type Mode = 'http' | 'socket';

export interface Playground {
  readonly slack: LocalSlack;
  readonly app: App;
  readonly stop: () => Promise<void>;
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => LogLevel.ERROR,
};

/** A plain Bolt app connected to a local Slack; the listeners register before it starts. */
export async function startPlayground(
  options: LocalSlackOptions,
  register: (app: App) => void,
): Promise<Playground> {
  const slack = await startLocalSlack(options);
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const isSocket = options.mode === 'socket';
  const receiver = isSocket
    ? new SocketModeReceiver({
        appToken: 'xapp-local',
        logger: silent,
        installerOptions: { clientOptions },
        clientPingTimeout: 1000,
      })
    : new HTTPReceiver({
        signingSecret: 'local-signing-secret',
        logger: silent,
        unhandledRequestTimeoutMillis: 200,
      });
  const app = new App({
    token: 'xoxb-local',
    botId: 'B0BOT',
    botUserId: 'U0BOT',
    tokenVerificationEnabled: false,
    receiver,
    clientOptions,
    logger: silent,
    convoStore: false,
  });
  register(app);
  const server = await app.start(0);
  if (!isSocket) slack.eventsUrl = eventsUrlOf(server);
  const stop = async (): Promise<void> => {
    await app.stop();
    await slack.stop();
  };
  return { slack, app, stop };
}

function eventsUrlOf(server: unknown): string {
  const { port } = (server as { address(): AddressInfo }).address();
  return `http://127.0.0.1:${port}/slack/events`;
}
