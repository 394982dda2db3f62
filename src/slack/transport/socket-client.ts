import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode';
import { disconnectReasonIn } from './disconnect-reason';
import { rateLimitIn } from './rate-limit-envelope';

/** An envelope that came over the socket, as the client's event `slack_event` gives it. */
export interface ReceivedEnvelope {
  readonly body: Record<string, unknown>;
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/** What becomes of the messages that the client does not handle. */
interface Handlers {
  /** Slack wants another connection in place of this one. */
  readonly onDisconnect: (reason: string) => void;
  /** A message is no envelope. */
  readonly onMalformed: () => void;
}

/**
 * Slack's client, with its `onWebSocketMessage` overridden, which is protected for that. The client itself closes at once
 * when Slack asks for a new connection, and drops what Slack sent by then. It throws at an envelope without an event, and
 * nobody catches that.
 */
export class SocketClient extends SocketModeClient {
  private handlers: Handlers | undefined;

  constructor(options: SocketModeOptions) {
    super({ ...options, autoReconnectEnabled: false });
  }

  /** Call before `start`. */
  handleWith(handlers: Handlers): void {
    this.handlers = handlers;
  }

  protected override async onWebSocketMessage(
    data: string | ArrayBuffer,
    isBinary: boolean,
  ): Promise<void> {
    const reason = disconnectReasonIn(data);
    const limit = rateLimitIn(data);
    if (reason !== undefined) this.handlers?.onDisconnect(reason);
    else if (limit !== undefined) this.passOn(limit.envelope_id, limit.payload);
    else await super.onWebSocketMessage(data, isBinary).catch(() => this.handlers?.onMalformed());
  }

  /** An envelope without an event, as the client passes on all others. */
  private passOn(id: string, body: Record<string, unknown>): void {
    const received: ReceivedEnvelope = { body, ack: () => this.acknowledge(id) };
    this.emit('slack_event', received);
  }

  private acknowledge(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error: Error | undefined): void => {
        if (error === undefined) resolve();
        else reject(error);
      };
      this.websocket?.send(JSON.stringify({ envelope_id: id, payload: {} }), done);
    });
  }
}
