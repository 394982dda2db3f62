import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './loader/paths';

/** The version of the bot. */
export interface Version {
  /** From package.json, such as `0.2.0`. */
  readonly version: string;
  /** The short git revision that the code was built from; null if the build was not in a repository. */
  readonly revision: string | null;
}

/**
 * Reads the version from package.json, and the revision that the build wrote into dist/build.json.
 *
 * @param folder the folder that contains package.json
 */
export function readVersion(folder = PROJECT): Version {
  const { version } = readJson(join(folder, 'package.json')) as { version: string };
  const build = join(folder, 'dist', 'build.json');
  const { revision = null } = (existsSync(build) ? readJson(build) : {}) as Partial<Version>;
  return { version, revision };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
