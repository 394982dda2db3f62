import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signatureHeaders } from '../../packages/local-slack/src/sign';
import { createHttpServer, MOST_CONNECTIONS } from '../../src/slack/transport/http-server';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { BotProcess, SECRET } from '../../reliability/bot/bot-process';

const MIB = 1024 * 1024;
let slack: LocalSlack | undefined;
let bot: BotProcess | undefined;
let ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends) end();
  ends = [];
  await bot?.end();
  await slack?.stop();
  bot = undefined;
  slack = undefined;
});

/** A process of its own: in one event loop, the server cannot close while the client still writes. */
async function startBot(): Promise<BotProcess> {
  slack = await startLocalSlack();
  const environment = { SLACK_SIGNING_SECRET: SECRET };
  bot = await BotProcess.start({ apiUrl: slack.apiUrl, environment });
  return bot;
}

/** A client that reads the answer only after it has written the whole body. Gives the status, or the code of its error. */
function send(port: number, body: Buffer, connection: 'close' | 'keep-alive'): Promise<string> {
  const headers = {
    host: 'bot',
    connection,
    'content-type': 'application/json',
    'content-length': String(body.length),
    ...signatureHeaders('local-signing-secret', body.toString('latin1')),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(port, '127.0.0.1');
  ends.push(() => socket.destroy());
  return new Promise((resolve) => {
    socket.on('error', ({ code = 'none' }: NodeJS.ErrnoException) => {
      resolve(code);
    });
    socket.write(`POST /slack/events HTTP/1.1\r\n${head.join('')}\r\n`);
    socket.write(body, () => {
      socket.once('data', (data) => {
        resolve(data.toString().slice(0, 12));
      });
    });
  });
}

describe('a body that is too long', () => {
  it.each(['close', 'keep-alive'] as const)(
    'gets a 413 where the sender reads after it wrote (%s)',
    async (connection) => {
      const { port } = await startBot();

      const statuses: string[] = [];
      for (const size of [1.1, 2, 4, 8, 16, 2, 4, 8, 16]) {
        statuses.push(await send(port, Buffer.alloc(size * MIB, 'x'), connection));
      }

      expect(statuses).toEqual(statuses.map(() => 'HTTP/1.1 413'));
    },
  );

  it('does not hold the connection of a sender that never ends', async () => {
    const { port } = await startBot();
    const socket = connect(port, '127.0.0.1');
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);
    const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } =
      signatureHeaders('local-signing-secret', '');
    socket.write(
      `POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-type: application/json\r\ncontent-length: ${8 * MIB}\r\nx-slack-signature: ${signature}\r\nx-slack-request-timestamp: ${timestamp}\r\n\r\nx`,
    );
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));

    await closed;

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});

/** Connections that stay open after one request each. */
async function idle(port: number, count: number): Promise<Socket[]> {
  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n');
    await once(socket, 'data');
    return socket;
  };
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const batch = Math.min(50, count - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length: batch }, open))));
  }
  return sockets;
}

function statusOf(port: number): Promise<number | string> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/healthz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', ({ code = 'none' }: NodeJS.ErrnoException) => {
      resolve(code);
    });
  });
}

describe('a server with as many connections as it takes', () => {
  it('closes idle ones, so that a new request gets its answer', async () => {
    const server = createHttpServer(
      (_, response) => response.end('{}'),
      () => undefined,
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    ends.push(() => {
      server.close();
      server.closeAllConnections();
    });
    const sockets = await idle(port, MOST_CONNECTIONS);
    ends.push(() => {
      for (const socket of sockets) socket.destroy();
    });

    const statuses: (number | string)[] = [];
    for (let number = 0; number < 20; number += 1) statuses.push(await statusOf(port));

    expect(statuses).toEqual(statuses.map(() => 200));
  });

  it('says so where none of them is idle', async () => {
    let dropped = 0;
    // It answers nothing, so that every connection stays busy.
    const server = createHttpServer(
      () => undefined,
      () => {
        dropped += 1;
      },
    );
    server.maxConnections = 3;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    ends.push(() => {
      server.close();
      server.closeAllConnections();
    });
    for (let number = 0; number < 3; number += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      ends.push(() => socket.destroy());
      socket.write('GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n');
      await once(server, 'request');
    }

    const status = await statusOf(port);

    expect(status).not.toBe(200);
    expect(dropped).toBe(1);
  });
});
