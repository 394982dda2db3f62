import type { IncomingMessage } from 'node:http';
import type { Core } from '../core';
import { asObject, asString, type JsonObject, parseJson } from '../json';
import { ApiError } from './api-error';
import type { Args } from './args';
import type { Method } from './method';
import { methods } from './methods';

export interface Call {
  readonly method: string;
  readonly token: string;
  /** Without the token. */
  readonly args: Args;
}

/** Reads a form or JSON body; a token in the body counts only in a form, as with Slack. */
export function readCall(request: IncomingMessage, method: string, body: string): Call {
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
  const all: JsonObject = isJson
    ? asObject(parseJson(body))
    : Object.fromEntries(new URLSearchParams(body));
  const { token, ...args } = all;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return { method, token: bearer ?? (isJson ? '' : asString(token)), args };
}

/**
 * The answer of a Web API method, its checks in Slack's order: method, token, scope, arguments.
 * https://docs.slack.dev/apis/web-api
 */
export function callMethod(call: Call, core: Core): JsonObject {
  try {
    const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
    if (method === undefined) throw new ApiError('unknown_method', { req_method: call.method });
    checkToken(call, { method, core });
    checkScope(call, { method, core });
    return { ok: true, ...method.run(call.args, core) };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, error: error.code, ...error.extra };
    throw error;
  }
}

interface Checked {
  readonly method: Method;
  readonly core: Core;
}

function checkToken({ token }: Call, { method, core }: Checked): void {
  const { botToken, appToken } = core.settings;
  const [wanted, other] = method.token === 'bot' ? [botToken, appToken] : [appToken, botToken];
  if (token === '') throw new ApiError('not_authed');
  if (token === wanted) return;
  throw new ApiError(token === other ? 'not_allowed_token_type' : 'invalid_auth');
}

function checkScope({ args }: Call, { method, core }: Checked): void {
  const needed = method.scopes(args, core);
  const provided = core.settings.scopes;
  if (needed.length === 0 || needed.some((scope) => provided.includes(scope))) return;
  throw new ApiError('missing_scope', { needed: needed.join(','), provided: provided.join(',') });
}
