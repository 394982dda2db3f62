import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type PackedBrowser, unpackBrowser } from './unpack-browser';

/** Where Chrome and Chromium are installed, by system. */
const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
  ],
};

/**
 * Finds a Chromium: from CHROMIUM_PATH, an installed one, or on Linux x64 the one from the npm package.
 *
 * @throws Error with instructions if there is none
 */
export async function findBrowser(): Promise<PackedBrowser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return { executablePath: named, env: {} };
  const found = installed[process.platform]?.find((path) => existsSync(path));
  if (found !== undefined) return { executablePath: found, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error(
    'Chrome or Chromium is not installed. Install one, or set CHROMIUM_PATH to the path of its executable.',
  );
}
