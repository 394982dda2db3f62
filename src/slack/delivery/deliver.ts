import { setTimeout as delay } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { describeError } from './describe-error';
import { isContentRefused, isTokenRefused } from './error-hints';

/** One way to tell somebody something. */
export interface DeliveryChannel<T> {
  /** For the log, such as `thread` or `response_url`. */
  readonly name: string;
  readonly send: (what: T) => Promise<unknown>;
}

/** No way was taken; the code is that of the first one, which says most. */
export class UndeliverableError extends Error {
  override readonly name = 'Unsaid';

  constructor(readonly code: string) {
    super('Nobody could be told anything.');
  }
}

/** The longest wait that Slack may ask for before the next way is taken, in seconds. */
const SHORT_WAIT = 1;

/**
 * Says something on the first way that Slack takes.
 *
 * @returns the name of the way
 * @throws Unsaid where none is taken
 * @throws the error of Slack where it faults what was said
 */
export async function deliver<T>(
  channels: readonly DeliveryChannel<T>[],
  what: T,
): Promise<string> {
  let first: string | undefined;
  for (const channel of channels) {
    try {
      await sendOrWait(channel, what);
      return channel.name;
    } catch (error) {
      const { code } = describeError(error);
      if (isContentRefused(code)) throw error;
      first ??= code;
      if (isTokenRefused(code) && channel.name !== RESPONSE_URL) break;
    }
  }
  throw new UndeliverableError(first ?? 'no_way');
}

/** The way that needs no token. */
export const RESPONSE_URL = 'response_url';

async function sendOrWait<T>(channel: DeliveryChannel<T>, what: T): Promise<void> {
  try {
    await channel.send(what);
  } catch (error) {
    if (!(error instanceof WebAPIRateLimitedError) || error.retryAfter > SHORT_WAIT) throw error;
    await delay(1000 * error.retryAfter, undefined, { ref: false });
    await channel.send(what);
  }
}
