import type { JsonObject } from './json';

type RequestKind = 'slash_commands' | 'interactive' | 'events_api';

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

export interface BotPayload {
  readonly kind: RequestKind;
  readonly payload: JsonObject;
  readonly retry?: Retry;
}

export type Failure = 'timeout' | 'http_error' | 'connection_failed' | 'lost';

/** How the bot answered one request, on either transport. */
export interface Answer {
  /** The HTTP status; null in Socket Mode and when nothing came. */
  readonly status: number | null;
  readonly body: unknown;
  readonly failure: Failure | null;
  /** The bot asked with x-slack-no-retry that Slack gives up. */
  readonly noRetry: boolean;
}

export interface BotRequest extends BotPayload {
  readonly transport: 'http' | 'socket';
  readonly at: number;
  acknowledged: boolean;
  status: number | null;
  ackBody: unknown;
  failure: Failure | null;
  noRetry: boolean;
  /** Undefined while the answer is awaited. */
  ms?: number;
}

export function failed(failure: Failure, status: number | null = null): Answer {
  return { status, body: undefined, failure, noRetry: false };
}
