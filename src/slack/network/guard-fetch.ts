import type { FetchFunction } from '@slack/web-api';

type Init = Parameters<FetchFunction>[1];
type FetchResponse = Awaited<ReturnType<FetchFunction>>;

/** A response whose body is not read yet. */
type Unread = Pick<FetchResponse, 'ok' | 'status' | 'statusText' | 'url' | 'headers'> & {
  readonly body: AsyncIterable<unknown> | null;
};

/** Global `fetch`, or a function like it. */
export type Fetch = (url: string | URL, init?: Init) => Promise<Unread>;

/**
 * The longest response, in bytes after decompression. A page of 200 messages, which is the most that the bot asks for,
 * rarely exceeds 1 MB.
 */
export const RESPONSE_LIMIT = 8 * 1024 * 1024;

/** Slack and GovSlack. Source: https://docs.slack.dev/govslack */
const SLACK = /(?:^|\.)slack(?:-gov)?\.com$/;

/** A request would leave Slack, or a response is too long. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';

  constructor(readonly code: 'foreign_address' | 'response_too_long') {
    super(code);
  }
}

/**
 * Limits a fetch to Slack: only its hosts over HTTPS, or the origin of the configured Web API; no redirects; and only
 * responses up to `RESPONSE_LIMIT`. A signed payload names its own response_url, so the bot checks where it leads.
 *
 * @param apiUrl the configured address of the Web API; undefined: Slack's own
 * @returns a fetch that rejects with NetworkError
 */
export function guardFetch(fetch: Fetch, apiUrl: string | undefined): FetchFunction {
  const origin = apiUrl === undefined ? undefined : new URL(apiUrl).origin;
  return async (url, init) => {
    const target = new URL(url);
    const isSlack = target.protocol === 'https:' && SLACK.test(target.hostname);
    if (!isSlack && target.origin !== origin) throw new NetworkError('foreign_address');
    return readWhole(await fetch(url, { ...init, redirect: 'error' }));
  };
}

async function readWhole(response: Unread): Promise<FetchResponse> {
  const { ok, status, statusText, url, headers } = response;
  const bytes = await readBytes(response.body ?? []);
  return {
    ok,
    status,
    statusText,
    url,
    headers,
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
    text: () => Promise.resolve(bytes.toString()),
    json: () =>
      new Promise((resolve) => {
        resolve(JSON.parse(bytes.toString()));
      }),
  };
}

/** Leaving the loop cancels the rest of the body. */
async function readBytes(body: AsyncIterable<unknown> | Iterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    const piece = chunk as Uint8Array;
    size += piece.length;
    if (size > RESPONSE_LIMIT) throw new NetworkError('response_too_long');
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
