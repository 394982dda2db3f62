// The bot in a local workspace, in a browser: builds what is missing or stale, then runs it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT, isPlaygroundStale } from './freshness.mjs';

if (isPlaygroundStale()) {
  process.stderr.write('Building the page …\n');
  const build = [join(PROJECT, 'scripts', 'build-playground.mjs')];
  const { status } = spawnSync(process.execPath, build, { stdio: ['ignore', 2, 2], cwd: PROJECT });
  if (status !== 0) process.exit(status ?? 1);
}
process.argv.splice(2, 0, 'playground/main');
await import('./run.mjs');
