import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import {
  type App,
  HTTPModuleFunctions,
  HTTPResponseAck,
  type Receiver,
  type ReceiverEvent,
} from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import type { RuleBook } from '../../rule-book/types';
import { createHttpServer } from './http-server';
import { ackInOneWrite } from './write-response';
import { isCommand, errorReply, type FailureCause } from './unanswered';
import type { Kind, LoadShedder } from './load-shedder';
import { type CheckedHeaders, checkHeaders, type Refusal } from './check-headers';
import { type JsonObject, verifyAndParse } from './verify-and-parse';
import { readBody } from './read-body';
import type { Refusals } from './refusals';

const EVENTS = '/slack/events';

interface Parts {
  readonly signingSecret: string;
  readonly logger: Logger;
  /** Answers health checks, and 404 to what is none. */
  readonly health: RequestListener;
  readonly book: () => RuleBook;
  readonly load: LoadShedder;
  readonly refusals: Refusals;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Takes Slack's requests over HTTP, in place of Bolt's own receiver: it checks, parses and acknowledges with Bolt's
 * functions, but reads nothing of what is too large, and answers each request, whatever is in it and whatever fails.
 */
export class HttpReceiver implements Receiver {
  private app: App | undefined;
  private readonly server: Server;

  constructor(private readonly parts: Parts) {
    this.server = createHttpServer((request, response) => {
      // Who keeps a connection alive is told to let it go, so that a stop need not wait for it.
      if (!this.server.listening) response.shouldKeepAlive = false;
      this.route({ request, response });
    });
  }

  init(app: App): void {
    this.app = app;
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
    if (url !== EVENTS && url.split('?', 1)[0] !== EVENTS) {
      this.parts.health(request, response);
    } else if (request.method === 'POST') {
      this.receive(exchange).catch((error: unknown) => {
        this.answer(exchange, {}, { error });
      });
    } else {
      response.writeHead(405, { allow: 'POST' }).end();
    }
  }

  private async receive(exchange: Exchange): Promise<void> {
    const { request } = exchange;
    const head = checkHeaders(request.headers, Date.now());
    if ('status' in head) {
      this.refuse(exchange, head);
      return;
    }
    const bytes = await readBody(request, head.limit);
    if (!Buffer.isBuffer(bytes)) {
      this.refuse(exchange, { status: bytes === 'too large' ? 413 : 400, reason: bytes });
      return;
    }
    const kind = kindOf(head, bytes);
    if (!this.parts.load.admits(kind)) {
      this.parts.refusals.note('busy');
      this.answer(exchange, kind === 'command' ? { command: '' } : {}, 'busy');
      return;
    }
    const opened = verifyAndParse(this.parts.signingSecret, {
      head,
      bytes,
      signature: String(request.headers['x-slack-signature']),
      timestamp: String(request.headers['x-slack-request-timestamp']),
    });
    if ('body' in opened) await this.take(exchange, opened.body);
    else this.refuse(exchange, opened);
  }

  private take(exchange: Exchange, body: JsonObject): Promise<void> | undefined {
    const { response } = exchange;
    if (body['ssl_check'] === '1') HTTPModuleFunctions.buildSSLCheckResponse(response);
    else if (body['type'] === 'url_verification') {
      HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
    } else return this.parts.load.run(() => this.dispatch(exchange, body));
    return undefined;
  }

  /** Bolt waits 3 s for an acknowledgement; where every listener is done without one, none will come. */
  private async dispatch(exchange: Exchange, body: JsonObject): Promise<void> {
    const { request, response } = exchange;
    const ack = new HTTPResponseAck({
      logger: this.parts.logger,
      processBeforeResponse: false,
      unhandledRequestHandler: () => {
        this.parts.refusals.note('an answer took longer than Slack waits');
        this.answer(exchange, {}, 'busy');
      },
      httpRequest: request,
      httpRequestBody: body,
      httpResponse: response,
    });
    try {
      await this.app?.processEvent(eventOf({ body, ack: ackInOneWrite(ack, response) }, request));
      this.answer(exchange, body, 'unknown');
    } catch (error) {
      this.answer(exchange, body, { error });
    } finally {
      ack.ack();
    }
  }

  private refuse({ response }: Exchange, { status, reason }: Refusal): void {
    this.parts.refusals.note(reason);
    HTTPModuleFunctions.buildNoBodyResponse(response, status);
  }

  /** The last word on what is not answered yet. */
  private answer({ response }: Exchange, asked: JsonObject, trouble: FailureCause): void {
    if (response.headersSent) return;
    const { status, body } = errorReply(
      isCommand(asked) ? 'command' : 'other',
      trouble,
      this.parts.book(),
    );
    if (body === undefined) HTTPModuleFunctions.buildNoBodyResponse(response, status);
    else HTTPModuleFunctions.buildContentResponse(response, body);
  }
}

/** As far as the form tells, before anything is parsed. */
function kindOf({ form }: CheckedHeaders, bytes: Buffer): Kind {
  if (form === 'json') return 'event';
  return bytes.subarray(0, 8).equals(PAYLOAD) ? 'interaction' : 'command';
}

const PAYLOAD = Buffer.from('payload=');

function eventOf(event: ReceiverEvent, request: IncomingMessage): ReceiverEvent {
  const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
  const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request);
  if (retryNum === undefined && retryReason === undefined) return event;
  return {
    ...event,
    ...(retryNum !== undefined && { retryNum }),
    ...(retryReason !== undefined && { retryReason }),
  };
}
