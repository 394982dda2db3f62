import { createHmac } from 'node:crypto';

/** Makes a short digest of parts; the same parts give the same one in every copy that has the same key. */
export type Digest = (...parts: readonly string[]) => string;

/**
 * A digest under a key: without the key nobody can try out ids to find whose it is.
 *
 * @param key a secret of the operator's, such as the bot token
 */
export function keyedDigest(key: string): Digest {
  return (...parts) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}
