import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { HTTPModuleFunctions } from '@slack/bolt';
import type { IncomingRequest, ReceivedRequest } from '../pipeline';
import { RefusedError } from '../request-errors';
import { TIMEOUTS } from '../timeouts';
import { type CheckedHeaders, checkHeaders } from './check-headers';
import { createHttpServer } from './http-server';
import { refuseEarly } from './refuse-early';
import type { PayloadKind } from './load-shedder';
import { readBody } from './read-body';
import { noteDrops, type Refusals } from './refusals';
import { verifyAndParse } from './verify-and-parse';
import { ackInOneWrite } from './write-response';

const EVENTS = '/slack/events';

interface Parts {
  readonly signingSecret: string;
  /** Answers health checks, and 404 to all else. */
  readonly health: RequestListener;
  readonly refusals: Refusals;
  /** Handles a request to its end. */
  readonly handle: (request: IncomingRequest) => Promise<void>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Takes Slack's requests over HTTP, in place of Bolt's `HTTPReceiver`, which has these faults: a signed body of `null`
 * rejects where nobody catches it, a content type with a charset gets 400, and a timestamp from the future counts as
 * recent. `test/slack/bolt-faults.test.ts` fails on the day that Bolt has them no more.
 */
export class HttpReceiver {
  private readonly server: Server;

  constructor(private readonly parts: Parts) {
    this.server = createHttpServer((request, response) => {
      // A client that keeps its connection alive has to let it go, so that a stop need not wait for it.
      if (!this.server.listening) response.shouldKeepAlive = false;
      this.route({ request, response });
    }, noteDrops(parts.refusals));
  }

  async start(place: { readonly host: string; readonly port: number }): Promise<Server> {
    this.server.listen(place);
    await once(this.server, 'listening');
    return this.server;
  }

  /** Takes no more connections, and resolves when every request is answered. */
  async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private route(exchange: Exchange): void {
    const { request, response } = exchange;
    const { url = '' } = request;
    if (url !== EVENTS && url.split('?', 1)[0] !== EVENTS) this.parts.health(request, response);
    else if (request.method === 'POST') void this.receive(exchange);
    else response.writeHead(405, { allow: 'POST' }).end();
  }

  /** Slack waits 3 s for an answer, so the connection ends then, whatever the listener still does. */
  private async receive({ request, response }: Exchange): Promise<void> {
    const refuse = (status: number): void => {
      if (response.headersSent) return;
      if (request.complete) HTTPModuleFunctions.buildNoBodyResponse(response, status);
      else refuseEarly({ request, response }, status);
    };
    let timer: NodeJS.Timeout | undefined;
    const receive = async (): Promise<ReceivedRequest> => {
      const received = await this.read(request);
      timer = setTimeout(() => {
        if (response.headersSent) return;
        this.parts.refusals.note('an answer took longer than Slack waits');
        refuse(503);
      }, TIMEOUTS.httpAnswer);
      return received;
    };
    await this.parts.handle({ receive, ack: ackInOneWrite(response), refuse });
    clearTimeout(timer);
  }

  private async read(request: IncomingMessage): Promise<ReceivedRequest> {
    const { headers } = request;
    const head = checkHeaders(headers, Date.now());
    const bytes = await readBody(request, head.limit);
    if (!Buffer.isBuffer(bytes)) throw new RefusedError(bytes === 'too large' ? 413 : 400, bytes);
    const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
    const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request);
    return {
      kind: kindOf(head, bytes),
      authenticate: () => {
        return verifyAndParse(this.parts.signingSecret, {
          head,
          bytes,
          signature: String(headers['x-slack-signature']),
          timestamp: String(headers['x-slack-request-timestamp']),
        });
      },
      ...(retryNum !== undefined && { retryNum }),
      ...(retryReason !== undefined && { retryReason }),
    };
  }
}

/** As far as the form tells, before anything is parsed. */
function kindOf({ form }: CheckedHeaders, bytes: Buffer): PayloadKind {
  if (form === 'json') return 'event';
  return bytes.subarray(0, 8).equals(PAYLOAD) ? 'interaction' : 'command';
}

const PAYLOAD = Buffer.from('payload=');
