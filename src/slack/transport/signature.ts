import { createHmac } from 'node:crypto';
import { isSameSecret } from '../same-secret';

/** A request's body, and what its head says of who sent it. */
export interface Signed {
  readonly bytes: Buffer;
  /** Seconds since 1970, as the head has it. */
  readonly timestamp: string;
  readonly signature: string;
}

/**
 * Whether Slack signed a request. Whether its time is near enough is another question: see `check-headers.ts`. Bolt's
 * `verifySlackRequest` says the same, and takes three digests and random bytes to compare two of them in constant time.
 * Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function isGenuine(secret: string, { bytes, timestamp, signature }: Signed): boolean {
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(bytes);
  return isSameSecret(signature, `v0=${hmac.digest('hex')}`);
}
