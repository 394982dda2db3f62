import { Agent, get, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signatureHeaders } from '../../packages/local-slack/src/sign';
import { createHttpServer, MOST_CONNECTIONS } from '../../src/slack/transport/http-server';
import { startTestBot, type TestBot } from './running-bot';

const MIB = 1024 * 1024;
let test: TestBot | undefined;
let ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends) end();
  ends = [];
  await test?.stop();
  test = undefined;
});

/** The status of a signed body; the code of the error where none arrives. */
function send(port: number, body: Buffer, agent: Agent | false): Promise<number | string> {
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    ...signatureHeaders('local-signing-secret', body.toString('latin1')),
  };
  return new Promise((resolve) => {
    const place = { host: '127.0.0.1', port, path: '/slack/events', method: 'POST' };
    const sent = request({ ...place, headers, agent }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', ({ code = 'none' }: NodeJS.ErrnoException) => {
      resolve(code);
    });
    sent.end(body);
  });
}

describe('a body that is too long', () => {
  it.each([
    ['closes', false as const],
    ['keeps', new Agent({ keepAlive: true })],
  ])('gets a 413 where the sender %s its connection', async (_, agent) => {
    const { bot } = (test = await startTestBot());
    if (agent !== false) ends.push(() => { agent.destroy(); });

    const statuses: (number | string)[] = [];
    for (const size of [1.1, 2, 4, 8, 16, 2, 4, 8, 16]) {
      statuses.push(await send(bot.port, Buffer.alloc(size * MIB, 'x'), agent));
    }

    expect(statuses).toEqual(statuses.map(() => 413));
  });

  it('does not hold the connection of a sender that never ends', async () => {
    const { bot } = (test = await startTestBot());
    const socket = connect(bot.port, '127.0.0.1');
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
    const server = createHttpServer((_, response) => response.end('{}'), () => undefined);
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
    const server = createHttpServer(() => undefined, () => {
      dropped += 1;
    });
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
