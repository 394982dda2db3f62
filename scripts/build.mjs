import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT, STAMP, stampOfSources } from './freshness.mjs';

const DIST = join(PROJECT, 'dist');
/** Made by other commands from other sources. */
const KEPT = ['models', 'playground'];
const require = createRequire(import.meta.url);

/** Compiles `src` to `dist`, keeping the cache, and trains the router where its weights are stale. */
function build() {
  const stamp = stampOfSources();
  mkdirSync(DIST, { recursive: true });
  for (const name of readdirSync(DIST)) {
    if (!KEPT.includes(name)) rmSync(join(DIST, name), { recursive: true });
  }
  run([require.resolve('typescript/bin/tsc'), '-p', join(PROJECT, 'tsconfig.json')]);
  const { digestsOfSources } = require(join(DIST, 'loader', 'paths.js'));
  writeFileSync(STAMP, JSON.stringify({ stamp, ...digestsOfSources() }));
  if (!process.argv.includes('--no-cache')) run([join(DIST, 'cli', 'build-cache.js')]);
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2], cwd: PROJECT });
  if (status !== 0) process.exit(status ?? 1);
}

build();
