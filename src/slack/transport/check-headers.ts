import type { IncomingHttpHeaders } from 'node:http';
import { RefusedError } from '../request-errors';

/** What the headers of a request promise. */
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
 * Checks what a request says of itself, before the bot reads any of its body.
 *
 * @param now milliseconds since 1970
 * @throws RefusedError where the bot does not read it
 */
export function checkHeaders(headers: IncomingHttpHeaders, now: number): CheckedHeaders {
  const form = formOf(headers['content-type']);
  if (form === undefined) throw new RefusedError(415, 'content type');
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new RefusedError(415, 'content encoding');
  const length = Number(headers['content-length'] ?? 0);
  if (headers['x-slack-signature'] === undefined) return checkUnsigned(form, length);
  if (!isRecent(headers['x-slack-request-timestamp'], now)) {
    throw new RefusedError(401, 'timestamp');
  }
  if (length > BODY_LIMIT) throw new RefusedError(413, 'too large');
  return { form, isSigned: true, limit: BODY_LIMIT };
}

/** Only Slack's check of the certificate comes without a signature, and it is a short form. */
function checkUnsigned(form: CheckedHeaders['form'], length: number): CheckedHeaders {
  if (form === 'json' || length > UNSIGNED_LIMIT) throw new RefusedError(401, 'signature');
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
