import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
export const STAMP = join(PROJECT, 'dist', 'build.json');

/** What the compiled code was made from: every source's path, size and time, and the settings. */
export function stampOfSources() {
  const hash = createHash('sha256');
  const sources = join(PROJECT, 'src');
  const names = readdirSync(sources, { recursive: true }).filter((name) => name.endsWith('.ts'));
  const files = [
    ...names.sort().map((name) => join(sources, name)),
    join(PROJECT, 'tsconfig.json'),
  ];
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Whether `dist` must be built: it is missing, or the sources changed since. Without sources it is as it is. */
export function isStale() {
  if (!existsSync(join(PROJECT, 'src'))) return false;
  if (!existsSync(STAMP)) return true;
  return JSON.parse(readFileSync(STAMP, 'utf8')).stamp !== stampOfSources();
}
