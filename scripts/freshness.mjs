import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
export const STAMP = join(PROJECT, 'dist', 'build.json');
export const PLAYGROUND_STAMP = join(PROJECT, 'dist', 'playground', 'build.json');

/** What the compiled code was made from: every source's path, size and time, and the settings. */
export function stampOfSources() {
  return stampOf(['src', 'tsconfig.json']);
}

/** The same for the playground. */
export function stampOfPlayground() {
  return stampOf(['playground', 'packages', 'scripts/build-playground.mjs', 'package.json']);
}

/** Whether `dist` must be built: it is missing, or the sources changed since. Without sources it is as it is. */
export function isStale() {
  if (!existsSync(join(PROJECT, 'src'))) return false;
  return readStamp(STAMP) !== stampOfSources();
}

/** Whether `dist/playground` must be built. */
export function isPlaygroundStale() {
  return readStamp(PLAYGROUND_STAMP) !== stampOfPlayground();
}

function readStamp(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).stamp : undefined;
}

function stampOf(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(filesOf)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** A file, or every file of a folder but what is no source. */
function filesOf(name) {
  const path = join(PROJECT, name);
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .filter((file) => /\.(?:ts|tsx|css|html|json)$/.test(file))
    .sort()
    .map((file) => join(path, file));
}
