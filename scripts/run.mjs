// Runs a compiled command, and builds first where `dist` is missing or stale: node scripts/run.mjs cli/ask ...
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, PROJECT, isStale } from './freshness.mjs';
import { stopWithShell } from './stop-with-shell.mjs';
import { answerHelp } from './usage.mjs';

const [, , entry, ...rest] = process.argv;
const file = join(DIST, `${entry}.js`);

answerHelp(entry, rest);
if (isStale() || !existsSync(file)) {
  // The command itself opens the rules it is told to: no need to train here.
  const build = [join(PROJECT, 'scripts', 'build.mjs'), '--no-cache'];
  const { status } = spawnSync(process.execPath, build, { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
process.argv = [process.argv[0], file, ...rest];
// These run until a signal ends them.
if (entry === 'app' || entry.startsWith('playground/')) stopWithShell();
await import(pathToFileURL(file).href);
