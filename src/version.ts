import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './loader/paths';

/** The version of the bot. */
export interface Version {
  /** From package.json, such as `0.2.0`; `unknown` if only `dist` was deployed. */
  readonly version: string;
  /** The short git revision that the code was built from; null if the build was not in a repository. */
  readonly revision: string | null;
}

/**
 * Reads the version from package.json, and the revision that the build wrote into dist/build.json. A missing file is not
 * a reason to stop: the version is only for people to read.
 *
 * @param folder the folder that contains package.json
 */
export function readVersion(folder = PROJECT): Version {
  const { version = 'unknown' } = readIfExists(join(folder, 'package.json'));
  const { revision = null } = readIfExists(join(folder, 'dist', 'build.json'));
  return { version, revision };
}

function readIfExists(file: string): Partial<Version> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Version>) : {};
}
