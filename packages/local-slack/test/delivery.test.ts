import { afterEach, describe, expect, it } from '@jest/globals';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { type LocalSlack, startLocalSlack } from '../src/local-slack';
import type { LocalSlackOptions } from '../src/settings';
import { type Playground, startPlayground } from './bolt-app';

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

interface RawBot {
  readonly slack: LocalSlack;
  readonly headers: IncomingHttpHeaders[];
}

/** A bot of bare HTTP that gives these replies in turn, and the last one ever after. */
async function rawBot(options: LocalSlackOptions, ...replies: readonly Reply[]): Promise<RawBot> {
  const headers: IncomingHttpHeaders[] = [];
  const server: Server = createServer((request, response) => {
    const reply = replies[headers.length] ?? replies.at(-1);
    headers.push(request.headers);
    response.writeHead(reply?.status ?? 200, reply?.headers);
    response.end(reply?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const slack = await startLocalSlack({ ...options, eventsUrl });
  closing.push(
    () => slack.stop(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  return { slack, headers };
}

const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/ask', text: 'x' };
const hello = { user: 'U0ALICE', channel: 'C0SALES', text: 'hello' };

describe('over HTTP', () => {
  it.each([
    [500, 'http_service_error'],
    [404, 'http_client_error'],
  ])('tells the user of a status %i', async (status, code) => {
    const { slack } = await rawBot({}, { status });

    const outcome = await slack.slashCommand(command);

    expect(outcome).toMatchObject({ acknowledged: false, status });
    expect(outcome.userSees.ephemerals).toMatchObject([
      { user: 'USLACKBOT', text: `/ask failed with the error "${code}"` },
    ]);
  });

  it('tells the user when there is no listener', async () => {
    const slack = await startLocalSlack({ eventsUrl: 'http://127.0.0.1:9/slack/events' });
    closing.push(() => slack.stop());

    const outcome = await slack.slashCommand(command);

    expect(outcome.userSees.ephemerals[0]?.text).toContain('"dispatch_failed"');
  });

  it('shows a plain text, in the channel when told to', async () => {
    const inChannel = JSON.stringify({ response_type: 'in_channel', text: 'For all' });
    const { slack } = await rawBot(
      {},
      { status: 200, body: 'Only for you' },
      { status: 200, body: inChannel },
    );

    const first = await slack.slashCommand(command);
    const second = await slack.slashCommand(command);

    expect(first.userSees.ephemerals).toMatchObject([{ text: 'Only for you' }]);
    expect(second.userSees.messages).toMatchObject([{ text: 'For all' }]);
  });

  it('does not offer slash commands in threads', async () => {
    const { slack } = await rawBot({}, { status: 200 });

    const outcome = await slack.slashCommand({ ...command, threadTs: '1.000001' });

    expect(outcome.userSees.ephemerals[0]?.text).toContain('is not supported in threads');
    expect(slack.requests).toEqual([]);
  });

  it('retries an event three times, with the reason', async () => {
    const { slack, headers } = await rawBot({ retryDelaysMs: [0, 1, 2] }, { status: 500 });

    const outcome = await slack.mention(hello);

    expect(outcome.acknowledged).toBe(false);
    const retries = headers.map((sent) => [
      sent['x-slack-retry-num'],
      sent['x-slack-retry-reason'],
    ]);
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
  });

  it('does not retry when the bot asks it not to', async () => {
    const noRetry = { status: 500, headers: { 'x-slack-no-retry': '1' } };
    const { slack, headers } = await rawBot({ retryDelaysMs: [0, 1, 2] }, noRetry);

    await slack.mention(hello);

    expect(headers).toHaveLength(1);
  });

  it('does not keep its caller for the retries of minutes', async () => {
    const { slack } = await rawBot({}, { status: 500 });

    const { deliveries } = await slack.mention(hello);

    expect(deliveries[0]?.attempts).toHaveLength(2);
  });

  it('signs in a way that Bolt refuses with another secret', async () => {
    const playground = await startPlayground({ signingSecret: 'another' }, () => undefined);
    closing.push(playground.stop);

    const outcome = await playground.slack.slashCommand(command);

    expect(outcome).toMatchObject({ acknowledged: false, status: 401 });
  });
});

describe('over Socket Mode', () => {
  async function start(): Promise<Playground> {
    const playground = await startPlayground({ mode: 'socket', ackTimeoutMs: 10_000 }, (app) => {
      app.command('/ask', ({ ack }) => ack());
    });
    closing.push(playground.stop);
    return playground;
  }

  it.each(['refresh', 'cut'] as const)('lets the app connect again after a %s', async (kind) => {
    const { slack } = await start();

    slack.faults.socket(kind);
    await slack.waitFor(() => slack.connections === 0);
    const between = await slack.slashCommand(command);
    await slack.waitFor(() => slack.connections === 1);
    const after = await slack.slashCommand(command);

    expect(between.userSees.ephemerals[0]?.text).toContain('"dispatch_failed"');
    expect(after.acknowledged).toBe(true);
  });

  it('sends each payload to one of several connections', async () => {
    const { slack } = await start();
    const seen: [string, unknown][] = [];
    for (const name of ['second', 'third'])
      await connect(slack, (frame) => seen.push([name, frame]));

    for (let n = 0; n < 6; n += 1) void slack.slashCommand(command);
    await slack.waitFor(
      () => slack.requests.filter(({ acknowledged }) => acknowledged).length === 2,
    );
    await slack.waitFor(() => seen.length === 6);

    expect(seen.map(([name]) => name).sort()).toEqual([
      ...['second', 'second', 'second'],
      ...['third', 'third', 'third'],
    ]);
    expect(seen[0]?.[1]).toMatchObject({ type: 'hello', num_connections: 2 });
    expect(seen.at(-1)?.[1]).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
    });
  });

  it('pings, and lets ten connections in at most', async () => {
    const slack = await startLocalSlack({ mode: 'socket', pingIntervalMs: 10 });
    closing.push(() => slack.stop());
    const frames: unknown[] = [];
    for (let n = 0; n < 11; n += 1) await connect(slack, (frame) => frames.push(frame));

    await slack.waitFor(() => frames.includes('ping'));
    const spoken = await slack.waitFor(() => {
      const messages = frames.filter((frame) => frame !== 'ping');
      return messages.length === 11 && messages;
    });

    expect(spoken.at(-1)).toEqual({ type: 'disconnect', reason: 'too_many_websockets' });
  });

  it('rejects a connection without a ticket', async () => {
    const { slack } = await start();
    const socket = new WebSocket(slack.url.replace('http', 'ws') + '/link/?ticket=made-up');

    const event = await new Promise((resolve) => {
      socket.addEventListener('error', () => {
        resolve('refused');
      });
    });

    expect(event).toBe('refused');
    expect(slack.connections).toBe(1);
  });
});

/** A further connection of the app, which acknowledges nothing. */
async function connect(slack: LocalSlack, hear: (frame: unknown) => void): Promise<void> {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: 'Bearer xapp-local' },
  });
  const { url } = (await response.json()) as { url: string };
  const before = slack.connections;
  const socket = new WebSocket(url);
  socket.on('message', (data: Buffer) => {
    hear(JSON.parse(data.toString('utf8')));
  });
  socket.on('ping', () => {
    hear('ping');
  });
  await slack.waitFor(() => slack.connections > before);
}
