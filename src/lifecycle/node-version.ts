/** The oldest Node that runs the bot, as in the field `engines` of package.json. */
const OLDEST = [20, 19] as const;

/**
 * Checks the version of Node.
 *
 * @param version such as 20.19.0
 * @returns what to do, in one sentence; undefined where the version is new enough
 */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  if (isEnough) return undefined;
  return `Node ${version} is too old: the bot needs Node ${OLDEST.join('.')} or newer. Install the latest LTS from https://nodejs.org.`;
}
