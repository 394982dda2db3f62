import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel, type Logger } from '@slack/bolt';

/**
 * The faults of Bolt's own receiver that `src/slack/transport/http-receiver.ts` answers. On the day that one of these
 * tests fails, that much of our receiver can go.
 */
const SCRIPT = `
const { createHmac } = require('node:crypto');
const { HTTPReceiver } = require('@slack/bolt');
const log = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel() {}, setName() {} };
const receiver = new HTTPReceiver({ signingSecret: 'secret', logger: log });
receiver.init({ processEvent: ({ ack }) => ack() });
const FORM = 'application/x-www-form-urlencoded';
async function post(port, body, { type = FORM, seconds = 0 } = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000) + seconds);
  const digest = createHmac('sha256', 'secret').update('v0:' + timestamp + ':' + body).digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': 'v0=' + digest,
  };
  const url = 'http://127.0.0.1:' + port + '/slack/events';
  return (await fetch(url, { method: 'POST', headers, body })).status;
}
receiver.start({ port: 0, host: '127.0.0.1' }).then(async (server) => {
  const { port } = server.address();
  const command = 'command=/x&text=y';
  const plain = await post(port, command);
  const charset = await post(port, command, { type: FORM + '; charset=utf-8' });
  const future = await post(port, command, { seconds: 86400 });
  process.stdout.write(JSON.stringify({ plain, charset, future }));
  await post(port, 'null', { type: 'application/json' });
  process.exit(0);
});
`;

interface Outcome {
  readonly statuses: unknown;
  /** What the process wrote as it died; empty where it lives on. */
  readonly death: string;
}

async function askBolt(): Promise<Outcome> {
  const cwd = join(__dirname, '..', '..');
  const run = promisify(execFile)(process.execPath, ['-e', SCRIPT], { cwd, timeout: 60_000 });
  const { stdout, stderr } = await run.then(
    (out) => ({ ...out, stderr: '' }),
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return { statuses: JSON.parse(stdout) as unknown, death: stderr };
}

describe("Bolt's own HTTP receiver still", () => {
  let bolt: Outcome;

  beforeAll(async () => {
    bolt = await askBolt();
  });

  it('refuses a content type with a charset, though it takes the same without', () => {
    expect(bolt.statuses).toMatchObject({ plain: 200, charset: 400 });
  });

  it('takes a timestamp of tomorrow', () => {
    expect(bolt.statuses).toMatchObject({ future: 200 });
  });

  it('lets a signed body of null end the process', () => {
    expect(bolt.death).toMatch(/TypeError: Cannot read properties of null/);
  });
});

const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => LogLevel.ERROR,
};

/** Slack's client, with nothing of ours but a way to hand it a message. */
class BareClient extends SocketModeClient {
  closed = 0;

  constructor() {
    super({ appToken: 'xapp-local', logger: SILENT, autoReconnectEnabled: false });
    const socket = { disconnect: () => (this.closed += 1) };
    this.websocket = socket as unknown as NonNullable<SocketModeClient['websocket']>;
  }

  read(message: object): Promise<void> {
    return this.onWebSocketMessage(JSON.stringify(message), false);
  }
}

/** The faults that `src/slack/transport/socket-client.ts` answers. Without them that file can go. */
describe("Slack's own socket client still", () => {
  it.each(['warning', 'refresh_requested'])(
    'closes at once where Slack asks for a new connection: %s',
    async (reason) => {
      const client = new BareClient();

      await client.read({ type: 'disconnect', reason });

      expect(client.closed).toBe(1);
    },
  );

  it('throws at an envelope without an event, and passes nothing on', async () => {
    const client = new BareClient();
    const received: unknown[] = [];
    client.on('slack_event', (envelope) => received.push(envelope));
    const payload = { type: 'app_rate_limited', team_id: 'T0LOCAL' };

    await expect(client.read({ type: 'events_api', envelope_id: '1', payload })).rejects.toThrow(
      TypeError,
    );
    expect(received).toEqual([]);
  });
});
