import { setTimeout as delay } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { describeError } from './describe-error';
import { isContentRefused, isTokenRefused } from './error-hints';

/** One way to reach a person or a thread. */
export interface DeliveryChannel<T> {
  /** For the log, such as `thread` or `response_url`. */
  readonly name: string;
  readonly send: (what: T) => Promise<unknown>;
}

/** No channel took it. The code is that of the first channel, which says most. */
export class UndeliverableError extends Error {
  override readonly name = 'UndeliverableError';

  constructor(readonly code: string) {
    super('No channel took the message.');
  }
}

/** The longest wait that Slack may ask for before the next channel is tried, in seconds. */
const SHORT_WAIT = 1;

/**
 * Sends something over the first channel that takes it.
 *
 * @returns the name of the channel
 * @throws UndeliverableError where none takes it
 * @throws the error of Slack where it faults the content
 */
export async function deliver<T>(
  channels: readonly DeliveryChannel<T>[],
  what: T,
): Promise<string> {
  let first: string | undefined;
  let isTokenGood = true;
  for (const channel of channels) {
    if (!isTokenGood && channel.name !== RESPONSE_URL) continue;
    try {
      await sendOrWait(channel, what);
      return channel.name;
    } catch (error) {
      const { code } = describeError(error);
      if (isContentRefused(code)) throw error;
      first ??= code;
      if (isTokenRefused(code) && channel.name !== RESPONSE_URL) isTokenGood = false;
    }
  }
  throw new UndeliverableError(first ?? 'no_channel');
}

/** The channel that needs no token. */
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
