import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../../playground/browser/find-browser';

/** Builds the playground and unpacks the browser once, before the tests that share them. */
export default async function setUp(): Promise<void> {
  const script = join(__dirname, '..', '..', 'scripts', 'playground.mjs');
  const { status } = spawnSync(process.execPath, [script, 'build'], { stdio: 'ignore' });
  if (status !== 0) throw new Error('The playground cannot be built.');
  await findBrowser();
}
