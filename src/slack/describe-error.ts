import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** An error as the log may hold it: no message, since that may quote what a user wrote. */
export interface ErrorLine {
  readonly name: string;
  readonly code: string;
}

/** Name and code of an error. Slack's own errors give the code of its Web API, such as `not_in_channel`. */
export function describeError(error: unknown): ErrorLine {
  if (error instanceof WebAPIPlatformError) {
    return { name: 'SlackError', code: error.data.error };
  }
  if (error instanceof WebAPIRateLimitedError) return { name: 'SlackError', code: 'ratelimited' };
  if (!(error instanceof Error)) return { name: 'Error', code: 'unknown' };
  const { code } = error as { readonly code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : 'none' };
}
