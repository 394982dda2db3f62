// Runs a part of the playground, and builds what is missing or stale first: node scripts/playground.mjs main ...
// `node scripts/playground.mjs build` only builds.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT, isPlaygroundStale, isStale, requireForBuild } from './freshness.mjs';
import { answerHelp } from './usage.mjs';

const [, , part, ...options] = process.argv;
/** The playground learns other rules than those of the project automatically. */
const hasOtherRules = options.some((option) => option.startsWith('--rules'));

/** Bundles the page while the bot is compiled and its router trained: neither needs the other. */
async function build() {
  const builds = [];
  if (isPlaygroundStale()) {
    requireForBuild('vite', 'The playground');
    builds.push(run('build-playground.mjs'));
  }
  if (isStale()) {
    const trains = part !== 'build' && !hasOtherRules;
    builds.push(run('build.mjs', ...(trains ? [] : ['--no-cache'])));
  }
  if (builds.length === 0) return;
  process.stderr.write('Building the page and the bot …\n');
  const statuses = await Promise.all(builds);
  const failed = statuses.find((status) => status !== 0);
  if (failed !== undefined) process.exit(failed ?? 1);
}

function run(script, ...args) {
  const child = spawn(process.execPath, [join(PROJECT, 'scripts', script), ...args], {
    stdio: ['ignore', 2, 2],
    cwd: PROJECT,
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

answerHelp(`playground/${part}`, options);
await build();
if (part !== 'build') {
  process.argv[2] = `playground/${part}`;
  await import('./run.mjs');
}
