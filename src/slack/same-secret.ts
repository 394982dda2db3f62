import { timingSafeEqual } from 'node:crypto';

/** Whether two texts are the same; how long it takes tells nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [found, right] = [Buffer.from(one), Buffer.from(other)];
  return found.length === right.length && timingSafeEqual(found, right);
}
