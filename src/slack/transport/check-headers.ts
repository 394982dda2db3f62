import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is refused, as the log names it, and the HTTP status for it. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** What a request's head promises. */
export interface CheckedHeaders {
  readonly form: 'json' | 'urlencoded';
  readonly isSigned: boolean;
  /** The most that its body may hold, in bytes. */
  readonly limit: number;
}

/**
 * In bytes. A message holds 40,000 characters, which come twice (text and blocks), and each takes 8 bytes at most where
 * Slack sends it as an escape in a form: 640 KB.
 * Source: https://api.slack.com/changelog/2018-04-truncating-really-long-messages
 */
export const BODY_LIMIT = 1024 * 1024;

/** In bytes. */
const UNSIGNED_LIMIT = 4096;

/**
 * How far a request's time may be from ours, in seconds.
 * Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
const SKEW = 300;

const FORMS: ReadonlyMap<string, CheckedHeaders['form']> = new Map([
  ['application/json', 'json'],
  ['application/x-www-form-urlencoded', 'urlencoded'],
]);

/**
 * Looks at what a request says of itself, before any of its body is read.
 *
 * @param now milliseconds since 1970
 */
export function checkHeaders(headers: IncomingHttpHeaders, now: number): CheckedHeaders | Refusal {
  const form = formOf(headers['content-type']);
  if (form === undefined) return { status: 415, reason: 'content type' };
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return { status: 415, reason: 'content encoding' };
  const length = Number(headers['content-length'] ?? 0);
  if (headers['x-slack-signature'] === undefined) return lookAtUnsigned(form, length);
  if (!isRecent(headers['x-slack-request-timestamp'], now)) {
    return { status: 401, reason: 'timestamp' };
  }
  if (length > BODY_LIMIT) return { status: 413, reason: 'too large' };
  return { form, isSigned: true, limit: BODY_LIMIT };
}

/** Only Slack's check of the certificate comes without a signature, and it is a short form. */
function lookAtUnsigned(form: CheckedHeaders['form'], length: number): CheckedHeaders | Refusal {
  if (form === 'json' || length > UNSIGNED_LIMIT) return { status: 401, reason: 'signature' };
  return { form, isSigned: false, limit: UNSIGNED_LIMIT };
}

/** The form that a content type names, whatever parameters such as `charset` it has. */
function formOf(contentType = ''): CheckedHeaders['form'] | undefined {
  const [mediaType = ''] = contentType.split(';', 1);
  return FORMS.get(contentType) ?? FORMS.get(mediaType.trim().toLowerCase());
}

/** A request from the future is as suspicious as an old one. */
function isRecent(timestamp: string | string[] | undefined, now: number): boolean {
  return typeof timestamp === 'string' && Math.abs(now / 1000 - Number(timestamp)) <= SKEW;
}
