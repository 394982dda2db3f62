import { setTimeout as delay } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { describeError } from './describe-error';
import { isContentRefused, isTokenRefused } from './error-hints';

/** One way to tell somebody something. */
export interface Way<T> {
  /** For the log, such as `thread` or `response_url`. */
  readonly name: string;
  readonly say: (what: T) => Promise<unknown>;
}

/** No way was taken; the code is that of the first one, which says most. */
export class Unsaid extends Error {
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
export async function sayFirst<T>(ways: readonly Way<T>[], what: T): Promise<string> {
  let first: string | undefined;
  for (const way of ways) {
    try {
      await sayOrWait(way, what);
      return way.name;
    } catch (error) {
      const { code } = describeError(error);
      if (isContentRefused(code)) throw error;
      first ??= code;
      if (isTokenRefused(code) && way.name !== RESPONSE_URL) break;
    }
  }
  throw new Unsaid(first ?? 'no_way');
}

/** The way that needs no token. */
export const RESPONSE_URL = 'response_url';

async function sayOrWait<T>(way: Way<T>, what: T): Promise<void> {
  try {
    await way.say(what);
  } catch (error) {
    if (!(error instanceof WebAPIRateLimitedError) || error.retryAfter > SHORT_WAIT) throw error;
    await delay(1000 * error.retryAfter, undefined, { ref: false });
    await way.say(what);
  }
}
