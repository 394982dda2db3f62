import { EventEmitter } from 'node:events';
import type { SocketModeReceiver } from '@slack/bolt';
import { disconnectReasonIn } from './disconnect-reason';

type Client = SocketModeReceiver['client'];

/** Between two looks at a socket, in milliseconds. */
const LOOK = 1000;

/** So many looks a socket may take to come up or to say goodbye; its other end may be gone. */
const MOST_LOOKS = { up: 15, close: 2 };

/** In the `readyState` of a WebSocket. */
const OPEN = 1;

/** A connection that ended before Slack greeted; its code is Slack's reason, where it gave one. */
class SocketClosedError extends Error {
  override readonly name = 'SocketClosedError';

  constructor(readonly code = 'closed_early') {
    super(`The connection ended before Slack greeted: ${code}.`);
  }
}

/**
 * One WebSocket to Slack, with a client of its own, used once. `asked` tells that Slack wants another in its place, and
 * why; `lost` that it is gone.
 */
export class SocketConnection extends EventEmitter<{ asked: [reason: string]; lost: [] }> {
  private isGreeted = false;
  private reason: string | undefined;
  private failure: Error | undefined;
  private looks = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly client: Client,
    /** Called for a message that is no envelope. */
    private readonly onMalformed: () => void,
  ) {
    super();
    this.takeMessages();
    client.on('connected', () => {
      this.isGreeted = true;
    });
    client.on('error', (error: Error) => {
      this.failure = error;
    });
    client.on('disconnected', () => {
      clearInterval(this.timer);
      this.isGreeted = false;
      this.emit('lost');
    });
  }

  get isOpen(): boolean {
    return this.isGreeted && this.client.websocket?.readyState === OPEN;
  }

  /** Whether it stands, and Slack asked for no other in its place. */
  get isGood(): boolean {
    return this.isOpen && this.reason === undefined;
  }

  /** Whether Slack can send something this very moment: after a warning it still does. */
  get isUp(): boolean {
    return this.isOpen && (this.reason === undefined || this.reason === 'warning');
  }

  /**
   * Resolves when Slack has greeted.
   *
   * @throws Error of Slack's client where it cannot connect, SocketClosedError where Slack ends it at once
   */
  async start(): Promise<void> {
    this.watch();
    try {
      await this.client.start();
    } catch (error) {
      clearInterval(this.timer);
      // Where the socket itself fails, the client says it in an event, and rejects with nothing.
      throw error instanceof Error ? error : (this.failure ?? new SocketClosedError(this.reason));
    }
  }

  /** Resolves when it is closed. */
  async leave(): Promise<void> {
    await this.client.disconnect();
  }

  /**
   * The client closes at once when Slack asks for a new connection, and drops what Slack has sent by then: here it goes
   * on until the next one is up. And it reads its messages in a function whose errors nobody catches.
   */
  private takeMessages(): void {
    const { client } = this;
    const [read] = client.listeners('ws_message');
    client.removeAllListeners('ws_message');
    client.on('ws_message', (...message: unknown[]) => {
      const reason = disconnectReasonIn(message[0]);
      if (reason === undefined) {
        (read as (...parts: unknown[]) => Promise<void>)(...message).catch(this.onMalformed);
      } else this.onDisconnect(reason);
    });
  }

  private onDisconnect(reason: string): void {
    this.reason = reason;
    if (this.isGreeted) this.emit('asked', reason);
    else void this.leave();
  }

  /** Ends what neither comes up nor goes down: a second goodbye closes a socket whose first was not answered. */
  private watch(): void {
    this.timer = setInterval(() => {
      const state = this.client.websocket?.readyState;
      this.looks = state === undefined || this.isOpen ? 0 : this.looks + 1;
      const isLeaving = state !== undefined && state > OPEN;
      if (this.looks > (isLeaving ? MOST_LOOKS.close : MOST_LOOKS.up)) void this.leave();
    }, LOOK);
    this.timer.unref();
  }
}
