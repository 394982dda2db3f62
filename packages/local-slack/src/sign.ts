import { createHmac } from 'node:crypto';

/**
 * The headers by which an app knows that a request comes from Slack.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signatureHeaders(secret: string, body: string): Record<string, string> {
  // Always the real clock: Bolt compares with its own, whatever clock the test injects here.
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
