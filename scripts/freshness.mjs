import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
export const DIST = join(PROJECT, 'dist');
export const STAMP = join(DIST, 'build.json');
export const PLAYGROUND_STAMP = join(DIST, 'playground', 'build.json');

const require = createRequire(import.meta.url);

/** What the compiled code was made from: the path and the content of every source, and the settings. */
export function stampOfSources() {
  return stampOf(['src', 'tsconfig.json']);
}

/** The same for the playground. */
export function stampOfPlayground() {
  return stampOf(['playground', 'packages', 'scripts/build-playground.mjs', 'package.json']);
}

/** Whether `dist` must be built: it is missing, or the sources changed since. Without sources it is taken as it is. */
export function isStale() {
  return existsSync(join(PROJECT, 'src')) && readStamp(STAMP) !== stampOfSources();
}

/** Whether `dist/playground` must be built. */
export function isPlaygroundStale() {
  const hasSources = existsSync(join(PROJECT, 'playground'));
  return hasSources && readStamp(PLAYGROUND_STAMP) !== stampOfPlayground();
}

/**
 * The path of a module that only a build needs; exits 1 with what to do where the install has left it out.
 *
 * @param {string} module as `require` names it
 * @param {string} what is to be built
 */
export function requireForBuild(module, what) {
  try {
    return require.resolve(module);
  } catch {
    const command = 'npm ci && npm run build';
    process.stderr.write(
      `${what} is missing or older than its sources, and this install has no compiler: run "${command}".\n`,
    );
    process.exit(1);
  }
}

function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).stamp;
  } catch {
    return undefined;
  }
}

function stampOf(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(filesOf)) {
    const content = readFileSync(join(PROJECT, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The paths below the project, with `/`, of a file, or of a folder's files that are sources. */
function filesOf(name) {
  const path = join(PROJECT, name);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [name];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|tsx|css|html|json)$/.test(file))
    .map((file) => `${name}/${file.replaceAll('\\', '/')}`)
    .sort();
}
