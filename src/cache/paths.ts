import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json, whether the code runs from `src` or from `dist`. */
export const PROJECT = dirname(dirname(__dirname));
export const CACHE = join(PROJECT, 'dist', 'learnt');

/** Digests of code: what one version of it made, another must not use. */
export interface CodeDigests {
  /** Of the code that learns: weights of another trainer are stale. */
  readonly trainer: string;
  /** Of that and the code that reads the rules. */
  readonly reader: string;
}

/** A build writes the digests down; without one they are made from the sources. */
export function codeDigests(): CodeDigests {
  const sources = join(PROJECT, 'src');
  if (!existsSync(sources)) {
    return JSON.parse(readFileSync(join(PROJECT, 'dist', 'build.json'), 'utf8')) as CodeDigests;
  }
  return {
    trainer: digestSources(sources, ['routing', 'training']),
    reader: digestSources(sources, ['routing', 'training', 'rules']),
  };
}

function digestSources(sources: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = readdirSync(join(sources, folder), { recursive: true }).map(String).sort();
    for (const name of names.filter((one) => one.endsWith('.ts'))) {
      hash.update(`${name}\0`).update(readFileSync(join(sources, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
