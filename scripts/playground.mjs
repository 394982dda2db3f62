// Runs a part of the playground, and builds what is missing or stale first: node scripts/playground.mjs main ...
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT, isPlaygroundStale } from './freshness.mjs';

const [, , part] = process.argv;

if (isPlaygroundStale()) {
  process.stderr.write('Building the page …\n');
  const build = [join(PROJECT, 'scripts', 'build-playground.mjs')];
  const { status } = spawnSync(process.execPath, build, { stdio: ['ignore', 2, 2], cwd: PROJECT });
  if (status !== 0) process.exit(status ?? 1);
}
process.argv[2] = `playground/${part}`;
await import('./run.mjs');
