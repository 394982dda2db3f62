import { createHmac } from 'node:crypto';
import { SECRET } from './bot-process';

export const JSON_TYPE = 'application/json';
export const FORM = 'application/x-www-form-urlencoded';

export interface Wish {
  readonly type?: string | null;
  readonly headers?: readonly string[];
  /** Seconds that the request's clock is ahead. */
  readonly ahead?: number;
  readonly signature?: string | null;
  /** What is signed, where it is not what follows the head. */
  readonly signed?: string;
  readonly start?: string;
  /** What Content-Length says; null: nothing. */
  readonly length?: number | null;
}

/** A request as Slack signs it, or as it would be with one thing wrong. */
export function request(body: string | Buffer, wish: Wish = {}): Buffer {
  const { type = JSON_TYPE, headers = [], ahead = 0, start = 'POST /slack/events HTTP/1.1' } = wish;
  const timestamp = Math.floor(Date.now() / 1000) + ahead;
  const { signed = body, length = Buffer.byteLength(body) } = wish;
  const { signature = sign(signed, timestamp) } = wish;
  const headLines = [
    start,
    'Host: localhost',
    ...line('Content-Type', type),
    ...line('Content-Length', length),
    ...line('X-Slack-Request-Timestamp', timestamp),
    ...line('X-Slack-Signature', signature),
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${headLines.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

function line(name: string, value: string | number | null): string[] {
  return value === null ? [] : [`${name}: ${value}`];
}

export function sign(body: string | Buffer, timestamp: number): string {
  const hmac = createHmac('sha256', SECRET).update(`v0:${timestamp}:`).update(body);
  return `v0=${hmac.digest('hex')}`;
}
