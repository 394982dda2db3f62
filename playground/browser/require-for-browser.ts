import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT } from '../../src/loader/paths';

/** The folder in which the browser and what drives it are installed: `npm ci --prefix test/browser`. */
export const BROWSER_PACKAGES = join(PROJECT, 'test', 'browser');

/** Loads a package of that folder. */
export const requireForBrowser: NodeJS.Require = createRequire(
  join(BROWSER_PACKAGES, 'package.json'),
);
