import { setTimeout as delay } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from '../delivery/describe-error';
import type { SocketConnection } from './socket-connection';
import { LONGEST_PAUSE, backoffBefore } from './backoff';
import { socketHint } from './socket-hints';

/**
 * A connection that is replaced stays so long, in milliseconds: Slack waits 3 s for the acknowledgement of what it sent.
 * Source: https://docs.slack.dev/apis/events-api/using-socket-mode#acknowledge
 */
const LINGER = 3000;

/**
 * Keeps the bot connected over Socket Mode, by one connection after another. Where Slack asks for a new one, the old one serves
 * until that is up. The client's own reconnect waits 5 s, and gives up where Slack cannot be reached at that moment.
 */
export class ReconnectingSocket {
  private connection: SocketConnection | undefined;
  private readonly leaving = new Set<SocketConnection>();
  private isEnded = false;
  private isAtWork = false;
  private tries = 0;
  /** When the connection came up, in milliseconds. */
  private since = 0;
  /** Why the last try failed. */
  private failure: string | undefined;

  constructor(
    private readonly makeConnection: () => SocketConnection,
    private readonly log: Logger,
  ) {}

  /** Whether Slack can send something this very moment. */
  get isUp(): boolean {
    return this.connection?.isUp ?? false;
  }

  /** Why the last try to connect failed, where none succeeded since. */
  get trouble(): string | undefined {
    return this.failure;
  }

  /**
   * Connects the first time.
   *
   * @throws Error of Slack's client where it cannot, SocketClosedError where Slack ends it at once
   */
  async start(): Promise<void> {
    await this.connect();
    void this.keep();
  }

  /** Resolves when every socket is closed; one that is just coming up leaves as soon as it is. */
  async end(): Promise<void> {
    this.isEnded = true;
    const connections = [
      ...this.leaving,
      ...(this.connection === undefined ? [] : [this.connection]),
    ];
    await Promise.all(connections.map((connection) => connection.leave()));
  }

  private async connect(): Promise<void> {
    const connection = this.makeConnection();
    connection.on('asked', (reason) => {
      if (connection === this.connection) this.log.info({ reason }, 'Slack asks for a new socket');
      void this.keep();
    });
    connection.on('lost', () => {
      this.leaving.delete(connection);
      if (connection === this.connection && !this.isEnded)
        this.log.warn('the socket to Slack is down');
      void this.keep();
    });
    await connection.start();
    this.take(connection);
  }

  /** From now on this connection counts. */
  private take(connection: SocketConnection): void {
    if (this.connection !== undefined) this.letGo(this.connection);
    this.connection = connection;
    this.since = performance.now();
    this.failure = undefined;
    if (this.isEnded) void connection.leave();
  }

  /** What was sent over a connection is still acknowledged over it. */
  private letGo(connection: SocketConnection): void {
    if (!connection.isOpen) return;
    this.leaving.add(connection);
    setTimeout(() => void connection.leave(), LINGER).unref();
  }

  /** A connection that falls soon after it came up counts as a try that failed. */
  private async keep(): Promise<void> {
    if (this.isAtWork || this.connection === undefined) return;
    this.isAtWork = true;
    if (performance.now() - this.since > LONGEST_PAUSE) this.tries = 0;
    while (!this.isEnded && !this.connection.isGood) await this.tryAgain();
    this.isAtWork = false;
  }

  private async tryAgain(): Promise<void> {
    const pause = backoffBefore(this.tries, Math.random());
    this.tries += 1;
    await delay(pause, undefined, { ref: false });
    if (this.isEnded) return;
    try {
      await this.connect();
      this.log.info('a new socket to Slack is up');
    } catch (error) {
      await this.tellFailure(error);
    }
  }

  private async tellFailure(error: unknown): Promise<void> {
    const described = describeError(error);
    const hint = socketHint(described.code);
    this.failure = described.code;
    this.log.warn({ error: described, ...(hint !== undefined && { hint }) }, 'no socket to Slack');
    if (error instanceof WebAPIRateLimitedError) await rest(error.retryAfter);
  }
}

/** @param seconds that Slack asked for; a minute at most */
async function rest(seconds: number): Promise<void> {
  await delay(1000 * Math.min(seconds, 60), undefined, { ref: false });
}
