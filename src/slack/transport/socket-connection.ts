import { EventEmitter } from 'node:events';
import type { SocketClient } from './socket-client';

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
    private readonly client: SocketClient,
    /** Called for a message that is no envelope. */
    onMalformed: () => void,
  ) {
    super();
    client.handleWith({
      onMalformed,
      onDisconnect: (reason) => {
        this.onDisconnect(reason);
      },
    });
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

  /** The connection stays open until the next one is up: Slack still sends over it. */
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
