import type { Logger as BoltLogger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from '../delivery/describe-error';
import type { JsonObject } from '../json-object';
import type { Network } from '../network/open-network';
import type { IncomingRequest } from '../pipeline';
import type { PayloadKind } from './load-shedder';
import { type ReceivedEnvelope, SocketClient } from './socket-client';
import { SocketConnection } from './socket-connection';
import { SocketError } from './socket-error';
import type { Refusals } from './refusals';
import { socketHint } from './socket-hints';
import { ReconnectingSocket } from './reconnecting-socket';

interface Parts {
  readonly appToken: string;
  /** Of the client that asks Slack for a connection. */
  readonly clientOptions: WebClientOptions;
  /** Opens the WebSockets. */
  readonly dispatcher: Network['dispatcher'];
  /** How many connections are open at once: Slack allows 10 an app, and sends each payload over any one of them. */
  readonly connections: number;
  readonly logger: BoltLogger;
  readonly log: Logger;
  readonly refusals: Refusals;
  /** Handles a request to its end. */
  readonly handle: (request: IncomingRequest) => Promise<void>;
}

/** Takes what Slack sends over Socket Mode, on one connection or several. */
export class SocketReceiver {
  private readonly sockets: readonly ReconnectingSocket[];

  constructor(private readonly parts: Parts) {
    this.sockets = Array.from({ length: parts.connections }, () => {
      return new ReconnectingSocket(() => this.makeConnection(), parts.log);
    });
  }

  /** @throws SocketError where it cannot connect */
  async start(): Promise<void> {
    try {
      await Promise.all(this.sockets.map((socket) => socket.start()));
    } catch (error) {
      throw new SocketError(describeError(error).code);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.sockets.map((socket) => socket.end()));
  }

  /** Why Slack cannot reach the bot; empty where it can. */
  problems(): string[] {
    return this.sockets.some(({ isUp }) => isUp)
      ? []
      : [this.describeDown('the socket to Slack is down')];
  }

  /** What an operator should know though the bot answers. */
  notes(): string[] {
    const { length } = this.sockets;
    const down = this.sockets.filter(({ isUp }) => !isUp).length;
    if (down === 0 || down === length) return [];
    return [
      this.describeDown(`${down} of ${length} sockets to Slack ${down === 1 ? 'is' : 'are'} down`),
    ];
  }

  private describeDown(what: string): string {
    const code = this.sockets.find(({ trouble }) => trouble !== undefined)?.trouble;
    if (code === undefined) return what;
    const hint = socketHint(code);
    return `${what} (${code})${hint === undefined ? '' : `. ${hint}`}`;
  }

  private makeConnection(): SocketConnection {
    const { appToken, clientOptions, dispatcher, logger, refusals } = this.parts;
    const client = new SocketClient({
      appToken,
      ...(dispatcher !== undefined && { dispatcher }),
      logger,
      clientOptions: { ...clientOptions, rejectRateLimitedCalls: true },
    });
    client.on('slack_event', (received: ReceivedEnvelope) => void this.handle(received));
    return new SocketConnection(client, () => {
      refusals.note('no envelope');
    });
  }

  /** Slack authenticates a socket, not each request on it: the address comes with the app-level token. */
  private handle({ body, ack, retry_num, retry_reason }: ReceivedEnvelope): Promise<void> {
    return this.parts.handle({
      receive: () => ({
        kind: kindOf(body),
        authenticate: () => body,
        ...(retry_num !== undefined && { retryNum: retry_num }),
        ...(retry_reason !== undefined && { retryReason: retry_reason }),
      }),
      ack: once(ack),
      // Slack's retries, and the error that its client shows, begin where no acknowledgement comes.
      refuse: () => undefined,
    });
  }
}

/** As Bolt's receiver: only the first acknowledgement goes out. */
function once(ack: ReceivedEnvelope['ack']): ReceivedEnvelope['ack'] {
  let isDone = false;
  return async (response) => {
    if (isDone) return;
    isDone = true;
    await ack(response);
  };
}

function kindOf(body: JsonObject): PayloadKind {
  if (body['type'] === 'event_callback') return 'event';
  return typeof body['command'] === 'string' ? 'command' : 'interaction';
}
