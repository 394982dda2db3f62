import { parse } from 'node:querystring';
import type { JsonObject } from '../json-object';
import { RefusedError } from '../request-errors';
import type { CheckedHeaders } from './check-headers';
import { isGenuine, type Signed } from './signature';

interface SignedRequest extends Signed {
  readonly head: CheckedHeaders;
}

/**
 * Checks a body's signature, and then parses it.
 *
 * @returns the object that Slack sent
 * @throws RefusedError where Slack did not send it, or it holds no object
 */
export function verifyAndParse(secret: string, request: SignedRequest): JsonObject {
  const { head, bytes } = request;
  if (head.isSigned && !isGenuine(secret, request)) throw new RefusedError(401, 'signature');
  const text = bytes.toString();
  const body = asObject(head.form === 'json' ? readJson(text) : readForm(text));
  if (head.isSigned) {
    if (body === undefined) throw new RefusedError(400, 'no object in the body');
    return body;
  }
  // Slack checks the certificate without a signature; nothing else of such a body counts.
  // Source: https://docs.slack.dev/interactivity/implementing-slash-commands
  if (body?.['ssl_check'] !== '1') throw new RefusedError(401, 'signature');
  return { ssl_check: '1' };
}

/** A command is a form; an interaction is JSON in its one field. */
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
