// Runs a compiled command, and builds first where `dist` is missing or stale: node scripts/run.mjs cli/ask ...
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT, isStale } from './freshness.mjs';
import { stopWithShell } from './stop-with-shell.mjs';

const [, , entry, ...rest] = process.argv;

if (isStale()) {
  process.stderr.write('Building dist …\n');
  // The command itself opens the rules it was told to: no need to train here.
  const build = [join(PROJECT, 'scripts', 'build.mjs'), '--no-cache'];
  const { status } = spawnSync(process.execPath, build, { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
const file = join(PROJECT, 'dist', `${entry}.js`);
process.argv = [process.argv[0], file, ...rest];
// These run until a signal ends them.
if (entry === 'app' || entry.startsWith('playground/')) stopWithShell();
await import(pathToFileURL(file).href);
