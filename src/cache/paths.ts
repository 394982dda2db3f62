import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json, whether the code runs from `src` or from `dist`. */
export const PROJECT = dirname(dirname(__dirname));
export const CACHE = join(PROJECT, 'dist', 'cache');

/**
 * A digest of the code that learns: weights of another trainer are stale. A build writes it down; without one it is
 * made from the sources.
 */
export function trainerDigest(): string {
  const sources = join(PROJECT, 'src');
  return existsSync(sources) ? digestSources(sources) : digestOfBuild();
}

function digestSources(sources: string): string {
  const hash = createHash('sha256');
  for (const folder of ['routing', 'training', 'rules']) {
    const names = readdirSync(join(sources, folder), { recursive: true }).map(String).sort();
    for (const name of names.filter((one) => one.endsWith('.ts'))) {
      hash.update(`${name}\0`).update(readFileSync(join(sources, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function digestOfBuild(): string {
  const build: unknown = JSON.parse(readFileSync(join(PROJECT, 'dist', 'build.json'), 'utf8'));
  return (build as { readonly trainer: string }).trainer;
}
