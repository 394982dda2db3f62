import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT, STAMP, stampOfSources } from './freshness.mjs';

const DIST = join(PROJECT, 'dist');
/** Folders that other commands create. */
const KEPT = ['models', 'playground'];
const require = createRequire(import.meta.url);

/** Compiles `src` to `dist`, keeps the cache, and trains the router if its weights are outdated. */
function build() {
  const stamp = stampOfSources();
  mkdirSync(DIST, { recursive: true });
  for (const name of readdirSync(DIST)) {
    if (!KEPT.includes(name)) rmSync(join(DIST, name), { recursive: true });
  }
  run([require.resolve('typescript/bin/tsc'), '-p', join(PROJECT, 'tsconfig.json')]);
  const { digestsOfSources } = require(join(DIST, 'loader', 'paths.js'));
  writeFileSync(STAMP, JSON.stringify({ stamp, revision: revision(), ...digestsOfSources() }));
  if (!process.argv.includes('--no-cache')) run([join(DIST, 'cli', 'build-cache.js')]);
}

/** The short git revision: from REVISION, or else from the repository; null without either. */
function revision() {
  const { REVISION = '' } = process.env;
  if (REVISION !== '') return REVISION;
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: PROJECT });
  return stdout?.toString().trim() || null;
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2], cwd: PROJECT });
  if (status !== 0) process.exit(status ?? 1);
}

build();
