import { signatureHeaders } from '../../packages/local-slack/src/sign';
import type { TestBot } from './running-bot';

/** Sends the bot a body of any kind, signed as Slack signs. */
export function signedPost({ bot }: TestBot, body: string, type: string): Promise<Response> {
  const headers = { 'content-type': type, ...signatureHeaders('local-signing-secret', body) };
  return fetch(`http://127.0.0.1:${bot.port}/slack/events`, { method: 'POST', headers, body });
}

/** Sends an interaction, such as a press, a submission or a shortcut. */
export function signedInteraction(test: TestBot, payload: unknown): Promise<Response> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return signedPost(test, body, 'application/x-www-form-urlencoded');
}

/** Sends a command. */
export function signedCommand(
  test: TestBot,
  fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
): Promise<Response> {
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  const body = new URLSearchParams(pairs as [string, string][]).toString();
  return signedPost(test, body, 'application/x-www-form-urlencoded');
}

/** Sends an event as Slack wraps it. */
export function signedEvent(test: TestBot, event: unknown, more: object = {}): Promise<Response> {
  const wrapped = { type: 'event_callback', team_id: 'T0LOCAL', event_id: `Ev${++events}`, event };
  return signedPost(test, JSON.stringify({ ...wrapped, ...more }), 'application/json');
}

let events = 0;
