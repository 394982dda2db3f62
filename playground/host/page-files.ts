import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { PROJECT } from '../../src/loader/paths';

const PAGE = join(PROJECT, 'dist', 'playground', 'page');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** A file of the built page; undefined if it does not exist. */
export function readPageFile(pathname: string): PageFile | undefined {
  const name = normalize(pathname === '/' ? '/index.html' : pathname);
  const type = types[extname(name)];
  if (type === undefined || name.includes('..')) return undefined;
  try {
    return { type, bytes: readFileSync(join(PAGE, name)) };
  } catch {
    return undefined;
  }
}
