/** Between tries to connect, in milliseconds: doubled from the second on, and a little by chance. */
const FIRST_PAUSE = 250;
export const LONGEST_PAUSE = 10_000;

/**
 * How long to wait before a try to connect, in milliseconds.
 *
 * @param tries made since a connection last stood for a while; none: at once, since Slack has a new address ready
 * @param chance 0 to 1: copies that lost Slack together must not come back together
 */
export function backoffBefore(tries: number, chance: number): number {
  if (tries === 0) return 0;
  const pause = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
  return pause * (0.75 + chance / 2);
}
