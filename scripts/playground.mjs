// Runs a part of the playground, and builds what is missing or stale first: node scripts/playground.mjs main ...
// `node scripts/playground.mjs build` only builds.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT, isPlaygroundStale, isStale, requireForBuild } from './freshness.mjs';
import { answerHelp } from './usage.mjs';

const [, , part, ...rest] = process.argv;

answerHelp(`playground/${part}`, rest);
if (isPlaygroundStale()) {
  requireForBuild('vite', 'The playground');
  process.stderr.write('Building the page …\n');
  run('build-playground.mjs');
}
if (part === 'build') {
  if (isStale()) run('build.mjs', '--no-cache');
} else {
  process.argv[2] = `playground/${part}`;
  await import('./run.mjs');
}

function run(script, ...args) {
  const command = [join(PROJECT, 'scripts', script), ...args];
  const { status } = spawnSync(process.execPath, command, {
    stdio: ['ignore', 2, 2],
    cwd: PROJECT,
  });
  if (status !== 0) process.exit(status ?? 1);
}
