import { parse } from 'node:querystring';
import type { CheckedHeaders, Refusal } from './check-headers';
import { isGenuine, type Signed } from './signature';

export type JsonObject = Record<string, unknown>;

const UNSIGNED: Refusal = { status: 401, reason: 'signature' };
const EMPTY: Refusal = { status: 400, reason: 'no object in the body' };

interface Sealed extends Signed {
  readonly head: CheckedHeaders;
}

/**
 * Checks a body's signature and reads it; nothing is read before the check.
 *
 * @returns the object that Slack sent, or why there is none
 */
export function verifyAndParse(
  secret: string,
  sealed: Sealed,
): { readonly body: JsonObject } | Refusal {
  const { head, bytes } = sealed;
  if (head.isSigned && !isGenuine(secret, sealed)) return UNSIGNED;
  const text = bytes.toString();
  const body = asObject(head.form === 'json' ? readJson(text) : readForm(text));
  if (head.isSigned) return body === undefined ? EMPTY : { body };
  // Slack checks the certificate without a signature; nothing else of such a body counts.
  // Source: https://docs.slack.dev/interactivity/implementing-slash-commands
  return body?.['ssl_check'] === '1' ? { body: { ssl_check: '1' } } : UNSIGNED;
}

/** A command is a form; what is pressed and sent is JSON in its one field. */
function readForm(text: string): unknown {
  const fields = parse(text);
  return typeof fields['payload'] === 'string' ? readJson(fields['payload']) : fields;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): JsonObject | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : undefined;
}
