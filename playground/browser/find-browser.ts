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
 * A Chromium: the one that CHROMIUM_PATH names, one that is installed, or the one of the package for Linux on x64.
 *
 * @throws Error that says what to do where there is none
 */
export async function findBrowser(): Promise<PackedBrowser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return { executablePath: named, env: {} };
  const found = installed[process.platform]?.find((path) => existsSync(path));
  if (found !== undefined) return { executablePath: found, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error(
    'There is no Chrome or Chromium here. Install one, or set CHROMIUM_PATH to its program.',
  );
}
