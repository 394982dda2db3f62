import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DIST, PROJECT, STAMP, requireForBuild, stampOfSources } from './freshness.mjs';

/** Folders that other commands create. */
const KEPT = ['models', 'playground'];
/** Compiled code waits here until all of it is there. */
const DRAFT = join(DIST, `.build-${process.pid}`);
const require = createRequire(import.meta.url);

/**
 * Compiles `src` to `dist`, keeps the cache, and trains the router if its weights are outdated. `dist` stays as it is
 * until the compiler is done: a build that fails removes nothing.
 */
function build() {
  const compiler = requireForBuild('typescript/bin/tsc', 'dist');
  process.stderr.write('Building dist …\n');
  const stamp = stampOfSources();
  process.once('exit', () => {
    rmSync(DRAFT, { recursive: true, force: true });
  });
  run([compiler, '-p', join(PROJECT, 'tsconfig.json'), '--outDir', DRAFT]);
  takeDraft();
  const { digestsOfSources } = require(join(DIST, 'loader', 'paths.js'));
  writeFileSync(STAMP, JSON.stringify({ stamp, revision: revision(), ...digestsOfSources() }));
  if (!process.argv.includes('--no-cache')) run([join(DIST, 'cli', 'build-cache.js')]);
}

/** Puts each compiled file in its place in one step, so that a running command finds every file, and removes the rest. */
function takeDraft() {
  const files = filesBelow(DRAFT);
  rmSync(STAMP, { force: true });
  for (const file of files) {
    mkdirSync(dirname(join(DIST, file)), { recursive: true });
    renameSync(join(DRAFT, file), join(DIST, file));
  }
  const isLeft = (file) => !files.includes(file) && !KEPT.includes(file.split(/[\\/]/)[0]);
  for (const file of filesBelow(DIST).filter(isLeft)) {
    if (!file.startsWith('.build-')) rmSync(join(DIST, file), { force: true });
  }
}

/** The paths of all files below a folder. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
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
