import { createHmac } from 'node:crypto';
import { isSameSecret } from './same-secret';

/** Signs what a button carries, so that the bot recognizes its own values. */
export type Sign = (text: string) => string;

/** Of the digest, in hexadecimal digits: 128 bits. */
const LENGTH = 32;

/**
 * A signer whose key comes from the bot token, so that every copy of the bot makes the same signatures. A new token
 * invalidates the old signatures, and the button says so.
 */
export function createSigner(botToken: string): Sign {
  const key = createHmac('sha256', botToken).update('buttons').digest();
  return (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, LENGTH);
}

/** Whether a signature is the one that the text gets. */
export function isSignedBy(text: string, signature: string, sign: Sign): boolean {
  return isSameSecret(signature, sign(text));
}
