import { gzipSync } from 'node:zlib';
import type { Raw } from '../bot/raw-request';
import { FORM, JSON_TYPE, request, type Wish } from '../bot/slack-request';

export interface Malformed {
  readonly name: string;
  readonly raw: Raw;
  /** null if the sender disconnected, so that there is no answer. */
  readonly status: number | null;
}

const MEGABYTE = 1024 * 1024;

function row(name: string, status: number | null, raw: Buffer | Raw): Malformed {
  return { name, status, raw: Buffer.isBuffer(raw) ? { parts: [raw] } : raw };
}

const COMMAND = 'command=%2Fprogram-route&text=who+renews%3F&user_id=U0ALICE&team_id=T0LOCAL';
const press = (payload: string): string => `payload=${encodeURIComponent(payload)}`;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const chunked = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

/** Bodies that are signed, and not what Slack sends. */
function bodies(): Malformed[] {
  const form = { type: FORM };
  return [
    ...['null', '[]', '"x"', '1', 'true', '', 'x', '{', '{"a":}', '\ufeff{}'].map((body) =>
      row(`the signed JSON body ${JSON.stringify(body)}`, 400, request(body)),
    ),
    ...['null', '[]', '"x"', '1', '', '{', '%'].map((payload) =>
      row(`the signed form payload=${payload}`, 400, request(press(payload), form)),
    ),
    ...['{}', '{"type":"nonsense"}', '{"type":1}', '{"__proto__":{"type":"x"}}'].map((body) =>
      row(`the signed JSON body ${body}`, 404, request(body)),
    ),
    row('a form without any field that Slack knows', 404, request('a=b', form)),
    row('an unknown command', 200, request('command=%2Fnone&text=x', form)),
    row('an action without a listener', 200, request(press(PRESS), form)),
    row('a body that is not UTF-8', 400, request(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))),
    row('event: null', 500, request('{"type":"event_callback","event":null}')),
    row('event: a number', 500, request('{"type":"event_callback","event":1}')),
    row('event: a list', 200, request('{"type":"event_callback","event":[]}')),
    row('actions: null', 200, request(press('{"type":"block_actions","actions":null}'), form)),
    row('view: null', 200, request(press('{"type":"view_submission","view":null}'), form)),
    row('brackets, 100,000 deep', 404, request(`{"a":${deep(100_000)}}`)),
    row('brackets, 100,000 deep, never closed', 400, request('['.repeat(100_000))),
    row('deep in an event', 200, request(`{"type":"event_callback","event":{"a":${deep(1e5)}}}`)),
    row('a command twice', 200, request(`${COMMAND}&${COMMAND}`, form)),
  ];
}

const PRESS = JSON.stringify({
  type: 'block_actions',
  team: { id: 'T0LOCAL' },
  user: { id: 'U0ALICE' },
  actions: [{ type: 'button', action_id: 'none', block_id: 'none', value: 'x' }],
});

type HeadWish = Wish & { readonly body?: string };

/** Heads that are refused before the body is read, or with it. */
function heads(): Malformed[] {
  const is = (name: string, status: number, { body = '{}', ...wish }: HeadWish): Malformed =>
    row(name, status, request(body, wish));
  return [
    is('no content type', 415, { type: null }),
    is('text/plain', 415, { type: 'text/plain' }),
    is('multipart', 415, { type: 'multipart/form-data; boundary=x' }),
    is('a content type called toString', 415, { type: 'toString' }),
    is('a charset', 404, { type: `${JSON_TYPE}; charset=utf-8` }),
    is('a command with a charset', 200, { type: `${FORM}; charset=UTF-8`, body: COMMAND }),
    is('gzip', 415, {
      headers: ['Content-Encoding: gzip'],
      body: gzipSync('{}').toString('latin1'),
    }),
    is('another method', 405, { start: 'PUT /slack/events HTTP/1.1' }),
    is('no method at all', 400, { start: 'NONSENSE' }),
    is('another path', 404, { start: 'POST /slack/event HTTP/1.1' }),
    is('an invalid address', 404, { start: 'POST //%%% HTTP/1.1' }),
    is('a query', 404, { start: 'POST /slack/events?a=b HTTP/1.1' }),
    is('a wrong signature', 401, { signature: `v0=${'0'.repeat(64)}` }),
    is('an empty signature', 401, { signature: '' }),
    is('an unknown version of signature', 401, { signature: 'v1=00' }),
    is('no signature', 401, { signature: null }),
    is('two signatures', 401, { headers: [`X-Slack-Signature: v0=${'0'.repeat(64)}`] }),
    is('two timestamps', 401, { headers: ['X-Slack-Request-Timestamp: 1'] }),
    is('a time 6 minutes ago', 401, { ahead: -360 }),
    is('a time 6 minutes ahead', 401, { ahead: 360 }),
    is('a time that is not a number', 401, { ahead: Number.NaN }),
    is('two lengths', 400, { headers: ['Content-Length: 7'] }),
    is('a length and chunks', 400, { headers: ['Transfer-Encoding: chunked'] }),
    is('headers of 20 KB', 431, { headers: [`X-Long: ${'x'.repeat(20_000)}`] }),
    is('the check of the certificate', 200, { type: FORM, signature: null, body: 'ssl_check=1' }),
    is('more than that in it', 200, {
      type: FORM,
      signature: null,
      body: `ssl_check=1&${COMMAND}`,
    }),
    is('an unsigned command', 401, { type: FORM, signature: null, body: COMMAND }),
    is('the check of the address', 200, { body: '{"type":"url_verification","challenge":"x"}' }),
    is('an invalid challenge', 200, { body: '{"type":"url_verification","challenge":[{}]}' }),
  ];
}

/** Bodies that are too large, or end too early. */
function sizes(): Malformed[] {
  const large = 'x'.repeat(10 * MEGABYTE);
  const part = 'x'.repeat(MEGABYTE / 2);
  const stream = { length: null, headers: ['Transfer-Encoding: chunked'] } as const;
  const head = (wish: Wish): Buffer => request('', wish);
  const chunks = Array.from({ length: 20 }, () => `${part.length.toString(16)}\r\n${part}\r\n`);
  return [
    row('10 MB, signed', 413, request(large)),
    row('10 MB, signed, in a form', 413, request(large, { type: FORM })),
    row('10 MB, unsigned', 401, request(large, { signature: null })),
    row('10 MB, unsigned, in a form', 401, request(large, { signature: null, type: FORM })),
    row('10 MB announced, none sent', 413, head({ length: 10 * MEGABYTE })),
    row('10 MB in chunks without a length', 413, { parts: [head(stream), ...chunks, '0\r\n\r\n'] }),
    row('a command in chunks', 200, {
      parts: [head({ ...stream, type: FORM, signed: COMMAND }), chunked(COMMAND)],
    }),
    row('a length that is negative', 400, head({ length: -1 })),
    row('a body cut short, and the half closed', 400, {
      parts: [request('{}', { length: 100 })],
      then: 'half-close',
    }),
    row('a head cut short, and the half closed', 400, {
      parts: ['POST /slack/events HTTP/1.1\r\nHost: x\r\n'],
      then: 'half-close',
    }),
  ];
}

/** Every request that is not as Slack sends it, with the status that it gets. */
export function malformedRequests(): Malformed[] {
  return [...bodies(), ...heads(), ...sizes()];
}

/** Senders that never come to an end. The server closes their connections; with 408 where a request had begun. */
export function slowSenders(): Malformed[] {
  const head = request('', { length: 100 }).toString();
  const drip = (text: string): Raw => ({ parts: text.split(''), pause: 200 });
  return [
    row('a head, a byte at a time', 408, drip(head)),
    row('a body, a byte at a time', 408, {
      ...drip('x'.repeat(100)),
      parts: [head, ...Array<string>(99).fill('x')],
    }),
    row('a head without an end', 408, { parts: [head.slice(0, 40)] }),
    row('a body that never comes', 408, { parts: [head] }),
    row('nothing at all', 408, { parts: [] }),
  ];
}
