import { createHmac } from 'node:crypto';
import type { Sign } from './features/escalate/blocks';
import { isSameSecret } from './same-secret';

/** Of the digest, in hexadecimal digits: 128 bits. */
const LENGTH = 32;

/**
 * A seal that every copy of the bot makes alike, since its key comes from the bot token. A new token breaks the old
 * seals, and the button says so.
 */
export function createSigner(botToken: string): Sign {
  const key = createHmac('sha256', botToken).update('buttons').digest();
  return (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, LENGTH);
}

/** Whether a seal is the one that the text would get. */
export function isSignedBy(text: string, sign: string, make: Sign): boolean {
  return isSameSecret(sign, make(text));
}
