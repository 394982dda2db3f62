import { errorHint } from '../delivery/error-hints';

const CHECK = 'Check SLACK_APP_TOKEN.';
const NETWORK = 'Check the network and the proxy. They must allow WebSockets.';
const NEW_TOKEN = 'Generate a new app-level token and set SLACK_APP_TOKEN.';

/** Source: https://docs.slack.dev/reference/methods/apps.connections.open#errors */
const HINTS: Readonly<Record<string, string>> = {
  invalid_auth: CHECK,
  not_authed: CHECK,
  not_allowed_token_type: CHECK,
  token_expired: NEW_TOKEN,
  token_revoked: NEW_TOKEN,
  missing_scope: 'Give the app-level token the scope connections:write.',
  slack_socket_mode_websocket_error: NETWORK,
  closed_early: NETWORK,
  too_many_websockets:
    'Slack lets an app have 10 connections: run fewer copies, or lower SOCKET_CONNECTIONS.',
};

/** What an operator may do about a code that keeps the bot from a connection; undefined where nothing is known. */
export function socketHint(code: string): string | undefined {
  return HINTS[code] ?? errorHint(code);
}
