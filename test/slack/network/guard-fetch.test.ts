import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Fetch, guardFetch, RESPONSE_LIMIT } from '../../../src/slack/network/guard-fetch';

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Notes what it is asked for, and answers nothing. */
function noted(): { fetch: Fetch; asked: string[] } {
  const asked: string[] = [];
  const fetch: Fetch = (url) => {
    asked.push(String(url));
    return Promise.resolve(new Response(''));
  };
  return { fetch, asked };
}

describe('a fetch that is limited to Slack', () => {
  it.each([
    'https://slack.com/api/chat.postMessage',
    'https://hooks.slack.com/commands/T1/2/abc',
    'https://hooks.slack-gov.com/actions/T1/2/abc',
    'http://127.0.0.1:4000/actions/T1/2/abc',
  ])('reaches %s', async (url) => {
    const { fetch, asked } = noted();

    await guardFetch(fetch, 'http://127.0.0.1:4000/api/')(url);

    expect(asked).toEqual([url]);
  });

  it.each([
    'http://hooks.slack.com/commands/T1/2/abc',
    'https://slack.com.evil.example/commands',
    'https://notslack.com/commands',
    'https://evil.example/slack.com',
    'https://user:pass@169.254.169.254/latest/meta-data',
    'http://127.0.0.1:4001/actions/T1/2/abc',
    'https://127.0.0.1:4000/actions/T1/2/abc',
    'file:///etc/passwd',
  ])('does not reach %s', async (url) => {
    const { fetch, asked } = noted();

    const reached = guardFetch(fetch, 'http://127.0.0.1:4000/api/')(url);

    await expect(reached).rejects.toMatchObject({ code: 'foreign_address' });
    expect(asked).toEqual([]);
  });

  it.each([301, 302, 307, 308])('follows no redirect (%d)', async (status) => {
    const paths: string[] = [];
    const origin = await serve(({ url = '' }, response) => {
      paths.push(url);
      response.writeHead(status, { location: '/inside' }).end();
    });

    const reached = guardFetch(fetch, origin)(`${origin}/commands/1`, { method: 'POST' });

    await expect(reached).rejects.toThrow();
    expect(paths).toEqual(['/commands/1']);
  });

  it('gives a response that can be read twice', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(201, { 'x-oauth-scopes': 'commands' }).end('{"ok":true}');
    });

    const response = await guardFetch(fetch, origin)(`${origin}/api/auth.test`);

    expect(response).toMatchObject({ ok: true, status: 201 });
    expect(response.headers.get('x-oauth-scopes')).toBe('commands');
    expect(await response.json()).toEqual({ ok: true });
    expect(await response.text()).toBe('{"ok":true}');
  });

  it('reads a response up to the limit', async () => {
    const origin = await serve((_, response) => response.end('x'.repeat(RESPONSE_LIMIT)));

    const response = await guardFetch(fetch, origin)(`${origin}/api/auth.test`);

    expect((await response.text()).length).toBe(RESPONSE_LIMIT);
  });

  it.each([
    ['a long response', (): Buffer => Buffer.alloc(RESPONSE_LIMIT + 1, 'x'), {}],
    [
      'a short one that unpacks to a long one',
      (): Buffer => gzipSync(Buffer.alloc(10 * RESPONSE_LIMIT)),
      { 'content-encoding': 'gzip' },
    ],
  ])('gives up on %s', async (_, body, headers) => {
    const origin = await serve((request, response) => response.writeHead(200, headers).end(body()));

    const reached = guardFetch(fetch, origin)(`${origin}/api/auth.test`);

    await expect(reached).rejects.toMatchObject({ code: 'response_too_long' });
  });
});
