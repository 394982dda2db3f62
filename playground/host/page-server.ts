import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { isLoopback } from '../../packages/local-slack/src/settings';
import { acts } from './acts';
import type { LiveStream } from './live-stream';
import { readPageFile } from './page-files';
import { readBody } from './read-body';
import type { Stage } from './stage';

/** Blocks content from other hosts, regardless of the messages. Source: https://www.w3.org/TR/CSP3/ */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

interface Parts {
  readonly stage: Stage;
  readonly news: LiveStream;
}

/** Serves the page, its updates and its actions on the loopback interface. */
export class PageServer {
  private readonly server: Server;

  constructor(private readonly parts: Parts) {
    this.server = createServer((request, response) => {
      this.route(request, response).catch((error: unknown) => {
        answer(response, 400, { error: sentenceOf(error) });
      });
    });
  }

  /** @returns the URL of the page */
  listen(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`);
      });
    });
  }

  stop(): Promise<void> {
    this.parts.news.stop();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
      this.server.closeAllConnections();
    });
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!isFromHere(request))
      answer(response, 403, { error: 'Only requests from this machine are allowed.' });
    else if (request.method === 'POST') await this.perform(pathname, request, response);
    else if (pathname === '/live') this.parts.news.open(request, response);
    else sendFile(pathname, response);
  }

  private async perform(
    pathname: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const name = pathname.replace('/acts/', '');
    const perform = Object.hasOwn(acts, name) ? acts[name] : undefined;
    if (perform === undefined) {
      answer(response, 404, { error: `Unknown action "${name}".` });
      return;
    }
    const input: unknown = JSON.parse(await readBody(request));
    answer(response, 200, await perform(this.parts.stage, input));
  }
}

/** Rejects requests from pages of other sites, including requests that use another name for this machine. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!URL.canParse(`http://${host}`) || !isLoopback(new URL(`http://${host}`).hostname)) {
    return false;
  }
  return headers.origin === undefined || headers.origin === `http://${host}`;
}

function sendFile(pathname: string, response: ServerResponse): void {
  const file = readPageFile(pathname);
  if (file === undefined) {
    answer(response, 404, { error: `File not found: "${pathname}".` });
    return;
  }
  response.writeHead(200, { 'content-type': file.type });
  response.end(file.bytes);
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function sentenceOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
