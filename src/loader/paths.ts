import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json, whether the code runs from `src` or from `dist`. */
export const PROJECT = dirname(dirname(__dirname));
export const CACHE = join(PROJECT, 'dist', 'models');

/** Digests of code: what one version of it made, another must not use. */
export interface CodeDigests {
  /** Of the code that learns: weights of another trainer are stale. */
  readonly trainer: string;
  /** Of that and the code that reads the rules. */
  readonly reader: string;
}

/** Compiled code goes by what its build wrote down, TypeScript by the sources themselves. */
export function codeDigests(): CodeDigests {
  const written = join(PROJECT, 'dist', 'build.json');
  const isCompiled = dirname(__dirname) === join(PROJECT, 'dist');
  if (isCompiled && existsSync(written)) {
    return JSON.parse(readFileSync(written, 'utf8')) as CodeDigests;
  }
  return digestsOfSources();
}

/** What a build writes down. */
export function digestsOfSources(): CodeDigests {
  const sources = join(PROJECT, 'src');
  return {
    trainer: digestSources(sources, ['router']),
    reader: digestSources(sources, ['router', 'rule-book']),
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
