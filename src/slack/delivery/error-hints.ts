/**
 * Codes after which Slack takes nothing from the bot, whatever it says and where.
 * Source: https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const TOKEN_CODES: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'org_login_required',
  'token_expired',
  'token_revoked',
]);

/** Codes that fault what was said, not where: elsewhere it would be refused as well. */
const CONTENT_CODES: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
]);

const INSTALL = 'Reinstall the app and set SLACK_BOT_TOKEN.';
const INVITE = 'Invite the bot to the channel.';
const SLACK_ITSELF = 'Slack has a problem. If it continues, see https://slack-status.com.';
const NETWORK = 'Check the network and the proxy.';

const HINTS: Readonly<Record<string, string>> = {
  account_inactive: `The app was removed from the workspace. ${INSTALL}`,
  invalid_auth: 'Check SLACK_BOT_TOKEN.',
  not_authed: 'Check SLACK_BOT_TOKEN.',
  org_login_required:
    'The workspace is moving into an organization. Wait until the move is complete.',
  token_expired: INSTALL,
  token_revoked: INSTALL,
  missing_scope: "Compare the app's scopes with manifest.yml, and reinstall the app.",
  not_in_channel: INVITE,
  channel_not_found: INVITE,
  is_archived: 'The channel is archived.',
  restricted_action: 'The workspace does not allow the bot to post there.',
  ratelimited: 'Slack is rate limiting the bot.',
  slack_webapi_request_error: NETWORK,
  slack_webapi_http_error: SLACK_ITSELF,
  foreign_address: 'A payload named an address that is not one of Slack. Check SLACK_API_URL.',
  internal_error: SLACK_ITSELF,
  fatal_error: SLACK_ITSELF,
};

/** What an operator may do about a code, as one sentence; undefined where nothing is known. */
export function errorHint(code: string): string | undefined {
  return HINTS[code];
}

/** Whether no other place would take it either, since Slack refuses the token itself. */
export function isTokenRefused(code: string): boolean {
  return TOKEN_CODES.has(code);
}

/** Whether Slack faults the content. */
export function isContentRefused(code: string): boolean {
  return CONTENT_CODES.has(code);
}
