import { setTimeout as delay } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from '../describe-error';

type Client = SocketModeReceiver['client'];

/** Between two looks at a socket, in milliseconds. */
const LOOK = 1000;

/** So many looks a socket may take to come up or to say goodbye; its other end may be gone. */
const MOST_LOOKS = { up: 15, goodbye: 2 };

/** Between tries to connect, in milliseconds: doubled from the second on, and a little by chance. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/** In the `readyState` of a WebSocket. */
const OPEN = 1;

/**
 * How long to wait before a try to connect, in milliseconds.
 *
 * @param failures since the connection was lost; none: at once, since Slack has a new address ready
 * @param chance 0 to 1: copies that lost Slack together must not come back together
 */
export function pauseBefore(failures: number, chance: number): number {
  if (failures === 0) return 0;
  const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  return pause * (0.75 + chance / 2);
}

/**
 * Keeps one connection of Socket Mode up. The client itself gives up where Slack cannot be reached at the moment of a
 * reconnect, waits 5 s before each, and 30 s for the goodbye of a peer that is gone.
 */
export class StayConnected {
  private isGreeted = false;
  private isEnded = false;
  private isAtWork = false;
  private looks = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly client: Client,
    private readonly log: Logger,
  ) {
    client.on('connected', () => {
      this.isGreeted = true;
    });
    client.on('disconnected', () => {
      if (client.websocket?.readyState === OPEN) return;
      this.isGreeted = false;
      if (!this.isEnded && !this.isAtWork) void this.reconnect();
    });
  }

  /** Whether Slack can send something this very moment. */
  get isUp(): boolean {
    return this.isGreeted && this.client.websocket?.readyState === OPEN;
  }

  /**
   * Connects the first time.
   *
   * @throws Error of Slack's client where it cannot
   */
  async start(): Promise<void> {
    this.watch();
    this.isAtWork = true;
    await this.client.start();
    this.isAtWork = false;
  }

  /** Resolves when the socket is closed. */
  async end(): Promise<void> {
    this.isEnded = true;
    clearInterval(this.timer);
    await this.client.disconnect();
  }

  private async reconnect(): Promise<void> {
    this.isAtWork = true;
    this.log.warn('the socket to Slack is down');
    for (let failures = 0; !this.isEnded; failures += 1) {
      await delay(pauseBefore(failures, Math.random()), undefined, { ref: false });
      if (await this.isConnected()) break;
    }
    this.isAtWork = false;
  }

  private async isConnected(): Promise<boolean> {
    if (this.isEnded) return true;
    try {
      await this.client.start();
      await this.leaveIfEnded();
      this.log.info('the socket to Slack is up again');
      return true;
    } catch (error) {
      this.log.warn({ error: describeError(error) }, 'Slack cannot be reached');
      if (error instanceof WebAPIRateLimitedError) await rest(error.retryAfter);
      return false;
    }
  }

  /** The end may have come while the connection was made. */
  private async leaveIfEnded(): Promise<void> {
    if (this.isEnded) await this.client.disconnect();
  }

  /** Ends what neither comes up nor goes down: a second goodbye closes a socket whose first was not answered. */
  private watch(): void {
    this.timer = setInterval(() => {
      const { websocket } = this.client;
      const state = websocket?.readyState;
      this.looks = state === undefined || this.isUp ? 0 : this.looks + 1;
      const isLeaving = state !== undefined && state > OPEN;
      if (this.looks > (isLeaving ? MOST_LOOKS.goodbye : MOST_LOOKS.up)) {
        void this.client.disconnect();
      }
    }, LOOK);
    this.timer.unref();
  }
}

/** @param seconds that Slack asked for; a minute at most */
async function rest(seconds: number): Promise<void> {
  await delay(1000 * Math.min(seconds, 60), undefined, { ref: false });
}
