import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Checkout } from '../tools/handbook/checkout';
import { InputError } from './run-command';

const SKIPPED = /(?:^|\/)(?:\.git|node_modules|public|resources)(?:\/|$)/;

/**
 * Reads the pages and the redirects of a checkout of the handbook.
 *
 * @throws InputError if the folder does not exist or contains no page
 */
export function readCheckout(folder: string): Checkout {
  const paths = listFiles(folder, '').filter(
    (path) => path.endsWith('.md') || path.endsWith('_redirects'),
  );
  if (paths.length > 0) {
    return new Checkout(
      new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    );
  }
  throw new InputError(
    `"${folder}" contains no pages (.md files). Specify a checkout of the handbook.`,
  );
}

function listFiles(folder: string, below: string): string[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (SKIPPED.test(path)) return [];
      return entry.isDirectory() ? listFiles(folder, path) : [path];
    });
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new InputError(`Cannot read the folder "${join(folder, below)}" (${code}).`);
  }
}
