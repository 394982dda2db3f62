import { ConfigError } from '../config';
import { maskSecrets } from '../log/mask-secrets';
import { FaultyRulesError } from '../rule-book/faulty-rules';
import { RulesFolderError } from '../rule-book/read-folder';
import { describeError } from '../slack/delivery/describe-error';
import { SocketError } from '../slack/transport/socket-error';

const HINTS: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know this bot token. Check SLACK_BOT_TOKEN.',
  not_authed: 'Slack does not know this bot token. Check SLACK_BOT_TOKEN.',
  account_inactive:
    'The app was removed from the workspace. Install it again and set SLACK_BOT_TOKEN.',
  token_revoked: 'The bot token was revoked. Reinstall the app and set SLACK_BOT_TOKEN.',
  slack_webapi_request_error:
    'Slack’s Web API cannot be reached. Check the network, a proxy, and SLACK_API_URL where it is set.',
  slack_webapi_http_error:
    'What answers at the address of the Web API is not Slack. Check a proxy, and SLACK_API_URL where it is set.',
  EADDRINUSE:
    'The port is taken by another process. Stop it, or set PORT (or METRICS_PORT) to another one.',
  EACCES: 'The port may not be opened by this user. Set PORT to one above 1023.',
};

/** Says in plain sentences why the bot did not start, and what to do; without a token or the value of a secret. */
export function explainStartError(error: unknown): string {
  // It holds words of our own and no secret: masked, its hints would be unreadable.
  if (error instanceof ConfigError) return error.message;
  const isOurs = [FaultyRulesError, SocketError, RulesFolderError].some(
    (kind) => error instanceof kind,
  );
  if (isOurs) return maskSecrets((error as Error).message);
  const { name, code } = describeError(error);
  const hint = HINTS[code];
  return hint === undefined ? `The bot could not start: ${name} (${code}).` : `${hint} (${code})`;
}
