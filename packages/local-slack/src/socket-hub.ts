import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { type Answer, type BotPayload, failed } from './bot-request';
import type { Ids } from './ids';
import { asObject, asString, type JsonObject, parseJson } from './json';
import type { Settings } from './settings';
import type { Workspace } from './workspace';

const MOST_CONNECTIONS = 10;
const GOODBYE_MS = 200;

/**
 * What befalls a WebSocket: Slack warns, asks for a new one, or turns Socket Mode off; the network fails without a close
 * frame; Slack says goodbye; or nothing is transmitted, without notice.
 */
export type SocketFault = 'warning' | 'refresh' | 'disabled' | 'cut' | 'goodbye' | 'silence';

/** One WebSocket of the app; `asked` once Slack wants another in its place, `retiring` once it sends nothing over it. */
export interface Connection {
  readonly id: string;
  readonly socket: WebSocket;
  asked: boolean;
  retiring: boolean;
}

const REASONS = {
  warning: 'warning',
  refresh: 'refresh_requested',
  disabled: 'link_disabled',
} as const;

interface Parts {
  readonly settings: Settings;
  readonly ids: Ids;
  readonly workspace: Workspace;
}

/**
 * Slack's end of Socket Mode.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class SocketHub {
  readonly connections: Connection[] = [];
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly tickets = new Set<string>();
  private readonly awaited = new Map<string, (ack: unknown) => void>();
  private readonly pings: NodeJS.Timeout;
  private turn = 0;

  constructor(private readonly parts: Parts) {
    this.pings = setInterval(() => {
      for (const { socket } of this.connections) if (!socket.isPaused) socket.ping();
    }, parts.settings.pingIntervalMs);
    this.pings.unref();
  }

  /** A WebSocket address that lets one connection in. */
  issueUrl(origin: string): string {
    const ticket = this.parts.ids.secret(16);
    this.tickets.add(ticket);
    const query = new URLSearchParams({ ticket, app_id: this.parts.settings.appId });
    return `${origin.replace(/^http/, 'ws')}/link/?${query.toString()}`;
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!this.tickets.delete(ticket)) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, stream, head, (socket) => {
      this.welcome(socket);
    });
  }

  /** One envelope to one of the connections, and the acknowledgment that comes back on any. */
  send(payload: BotPayload, signal: AbortSignal): Promise<Answer> {
    const connection = this.next();
    if (connection === undefined) return Promise.resolve(failed('connection_failed'));
    const envelope = this.envelope(payload);
    const id = asString(envelope['envelope_id']);
    return new Promise((resolve) => {
      const settle = (answer: Answer): void => {
        this.awaited.delete(id);
        resolve(answer);
      };
      signal.addEventListener('abort', () => {
        settle(failed('timeout'));
      });
      this.awaited.set(id, (body) => {
        settle({ status: null, body, failure: null, noRetry: false });
      });
      connection.socket.send(JSON.stringify(envelope));
    });
  }

  /** A text that need be no envelope, to one of the connections. */
  sendFrame(text: string): void {
    this.next()?.socket.send(text);
  }

  /** @param most so many WebSockets, the oldest first; none that has been asked to go, unless the network fails */
  strike(kind: SocketFault, most = Infinity): void {
    const struck = this.connections.filter(({ asked }) => kind === 'cut' || !asked);
    for (const connection of struck.slice(0, most)) strike(connection, kind);
  }

  /** Says goodbye first: a client whose own close frame stays unanswered waits 30 s for it. */
  async stop(): Promise<void> {
    clearInterval(this.pings);
    const leaving = this.connections.map(({ socket }) =>
      once(socket, 'close').catch(() => undefined),
    );
    for (const { socket } of this.connections) socket.close(1001);
    await Promise.race([Promise.all(leaving), wait(GOODBYE_MS, undefined, { ref: false })]);
    this.strike('cut');
    this.server.close();
  }

  private welcome(socket: WebSocket): void {
    const connection: Connection = {
      id: this.parts.ids.next('CN'),
      socket,
      asked: false,
      retiring: false,
    };
    this.connections.push(connection);
    const tooMany = this.connections.length > MOST_CONNECTIONS;
    connection.retiring = tooMany;
    socket.on('message', (data) => {
      this.receive(data);
    });
    socket.on('close', () => {
      this.connections.splice(this.connections.indexOf(connection), 1);
      this.parts.workspace.touch({ kind: 'connection', what: connection });
    });
    socket.on('error', () => {
      socket.terminate();
    });
    tell(socket, tooMany ? { type: 'disconnect', reason: 'too_many_websockets' } : this.hello());
    this.parts.workspace.touch({ kind: 'connection', what: connection });
  }

  private hello(): JsonObject {
    return {
      type: 'hello',
      num_connections: this.connections.length,
      debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.parts.settings.appId },
    };
  }

  private receive(data: RawData): void {
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : '';
    const ack = asObject(parseJson(text));
    this.awaited.get(asString(ack['envelope_id']))?.(ack['payload']);
  }

  private next(): Connection | undefined {
    const open = this.connections.filter(
      ({ socket, retiring }) => socket.readyState === WebSocket.OPEN && !retiring,
    );
    this.turn += 1;
    return open[this.turn % open.length];
  }

  private envelope({ kind, payload, retry }: BotPayload): JsonObject {
    const isEvent = kind === 'events_api';
    return {
      envelope_id: this.parts.ids.secret(16),
      type: kind,
      payload,
      accepts_response_payload: !isEvent,
      ...(isEvent && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
    };
  }
}

function strike(connection: Connection, kind: SocketFault): void {
  const { socket } = connection;
  if (kind === 'cut') socket.terminate();
  else if (kind === 'goodbye') socket.close(1001);
  else if (kind === 'silence') socket.pause();
  else {
    connection.asked = true;
    connection.retiring = kind !== 'warning';
    tell(socket, { type: 'disconnect', reason: REASONS[kind], debug_info: { host: 'local' } });
  }
}

function tell(socket: WebSocket, message: JsonObject): void {
  socket.send(JSON.stringify(message));
}
