import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from './core';
import { type ApiFault, RESPONSE_URL } from './faults';
import { asObject, asString, type JsonObject, parseJson } from './json';
import { isLoopback } from './settings';
import { type Call, callMethod, readCall } from './web-api/call-method';

const BODY_LIMIT = 4 * 1024 * 1024;

/** One call of the Web API, or one use of a response_url (its method is then `response_url`). */
export interface ApiCall {
  readonly method: string;
  readonly args: JsonObject;
  readonly at: number;
  /** Undefined while it hangs. */
  status?: number;
  response?: JsonObject;
  ms?: number;
}

/** Slack's HTTP side: the Web API, the response_urls and the door to the WebSocket. */
export class HttpFront {
  readonly calls: ApiCall[] = [];
  private readonly server: Server;
  private readonly stopping = new AbortController();

  constructor(private readonly core: Core) {
    this.server = createServer((request, response) => {
      this.route(request, response).catch(() => {
        response.destroy();
      });
    });
    this.server.on('upgrade', (request, stream, head: Buffer) => {
      core.sockets.upgrade(request, stream, head);
    });
  }

  listen(): Promise<string> {
    const { host, port } = this.core.settings;
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        const { address, port: taken, family } = this.server.address() as AddressInfo;
        resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
      });
    });
  }

  stop(): Promise<void> {
    this.stopping.abort();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const host = new URL(`http://${request.headers.host ?? ''}`).hostname;
    // A page of another site must not reach this server by a name that resolves to loopback.
    if (!isLoopback(host) && host !== this.publicHost()) {
      reply(response, 403, 'loopback only');
      return;
    }
    if (request.method !== 'POST') {
      reply(response, 405, 'POST only');
      return;
    }
    const body = await readBody(request);
    if (url.pathname.startsWith('/api/')) {
      const call = readCall(request, url.pathname.slice('/api/'.length), body);
      return this.answerCall(call, response);
    }
    if (this.core.responseUrls.has(url.pathname)) {
      await this.answerUrl({ path: url.pathname, body }, response);
      return;
    }
    reply(response, 404, 'not_found');
  }

  private publicHost(): string | undefined {
    const { publicUrl } = this.core.settings;
    return publicUrl === '' ? undefined : new URL(publicUrl).hostname;
  }

  private async answerCall(call: Call, response: ServerResponse): Promise<void> {
    const { method, args } = call;
    const started = performance.now();
    const record: ApiCall = { method, args, at: this.core.settings.now() };
    this.calls.push(record);
    this.core.workspace.touch({ kind: 'call', what: record });
    const fault = this.core.faults.takeApiFault(method) ?? {};
    if (fault.hang) return;
    if (fault.delayMs !== undefined) {
      await wait(fault.delayMs, undefined, { signal: this.stopping.signal });
    }
    const { status, answer, retryAfter } = faulty(fault) ?? answered(call, this.core);
    record.status = status;
    record.response = answer;
    record.ms = performance.now() - started;
    if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
    response.setHeader('x-oauth-scopes', this.core.settings.scopes.join(','));
    reply(response, status, answer);
    this.core.workspace.touch({ kind: 'call', what: record });
  }

  private async answerUrl(
    { path, body }: { path: string; body: string },
    response: ServerResponse,
  ): Promise<void> {
    const started = performance.now();
    const fault = this.core.faults.takeApiFault(RESPONSE_URL) ?? {};
    if (fault.hang) return;
    if (fault.delayMs !== undefined) {
      await wait(fault.delayMs, undefined, { signal: this.stopping.signal });
    }
    const answer =
      fault.status === undefined
        ? this.core.responseUrls.use(this.core, path, body)
        : { status: fault.status, body: urlBody(fault), problems: [] };
    const record: ApiCall = {
      method: RESPONSE_URL,
      args: asObject(parseJson(body)),
      at: this.core.settings.now(),
      status: answer.status,
      response: { body: answer.body, problems: answer.problems },
      ms: performance.now() - started,
    };
    this.calls.push(record);
    reply(response, answer.status, answer.body);
    this.core.workspace.touch({ kind: 'call', what: record });
  }
}

interface HttpAnswer {
  readonly status: number;
  readonly answer: JsonObject;
  /** In seconds. */
  readonly retryAfter?: number | undefined;
}

/** Some errors of a response_url come as JSON, with HTTP 200. */
function urlBody({ answer, error }: ApiFault): string {
  return answer === undefined ? (error ?? 'no_service') : JSON.stringify(answer);
}

function faulty(fault: ApiFault): HttpAnswer | undefined {
  const { answer, error, status, messages, retryAfter } = fault;
  if (answer !== undefined) return { status: 200, answer, retryAfter };
  if (error !== undefined) {
    const more = messages === undefined ? {} : { response_metadata: { messages } };
    return { status: status ?? 200, answer: { ok: false, error, ...more }, retryAfter };
  }
  if (status === undefined) return undefined;
  const code = status === 429 ? RATE_LIMITED : 'fatal_error';
  return { status, answer: { ok: false, error: code }, retryAfter };
}

const RATE_LIMITED = 'ratelimited';

function answered(call: Call, core: Core): HttpAnswer {
  const { method, args } = call;
  const target =
    method === 'chat.postMessage' ? core.workspace.target(asString(args['channel'])) : undefined;
  const wait = target === undefined ? 0 : core.postingLimit.take(target.id);
  if (wait === 0) return { status: 200, answer: callMethod(call, core) };
  return { status: 429, answer: { ok: false, error: RATE_LIMITED }, retryAfter: wait };
}

function reply(response: ServerResponse, status: number, body: JsonObject | string): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
  });
  response.end(isText ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY_LIMIT) throw new Error('The body is larger than 4 MB.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
