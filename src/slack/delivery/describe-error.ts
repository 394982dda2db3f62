import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** An error as the log may hold it: no message, since that may quote what a user wrote. */
export interface ErrorLine {
  readonly name: string;
  readonly code: string;
}

/** Names and codes are words of programs. Whatever else stands there was put together from what somebody sent. */
const WORD = /^\w{1,60}$/;

/** Name and code of an error. Slack's own errors give the code of its Web API, such as `not_in_channel`. */
export function describeError(error: unknown): ErrorLine {
  const { name, code } = nameAndCode(error);
  return { name: WORD.test(name) ? name : 'Error', code: WORD.test(code) ? code : 'unknown' };
}

function nameAndCode(error: unknown): ErrorLine {
  if (error instanceof WebAPIPlatformError) return slackError(error.data.error);
  if (error instanceof WebAPIRateLimitedError) return slackError('ratelimited');
  if (!(error instanceof Error)) return { name: 'Error', code: 'unknown' };
  const { code } = error as { readonly code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : 'none' };
}

function slackError(code: unknown): ErrorLine {
  return { name: 'SlackError', code: String(code) };
}
