import { resolve } from 'node:path';
import { PROJECT } from '../../loader/paths';
import type { Database } from './database';
import { EmbeddedDatabase } from './embedded-database';

const FILE = 'file:';

/**
 * The path of the file that a `DATABASE_URL` names; undefined for PostgreSQL.
 *
 * @param url `file:PATH`, where a relative path begins at the project's folder, or `postgres://...`
 */
export function pathOf(url: string): string | undefined {
  if (!url.startsWith(FILE)) return undefined;
  return resolve(PROJECT, url.slice(FILE.length).replace(/^\/\/(?=\/)/, ''));
}

/**
 * Opens the database that a `DATABASE_URL` names. One in a file runs in a thread of its own; the client for PostgreSQL is
 * loaded here.
 *
 * @param options with `readOnly`, a file is neither created nor changed
 */
export function openDatabase(url: string, options: { readonly readOnly?: boolean } = {}): Database {
  const path = pathOf(url);
  if (path !== undefined) return new EmbeddedDatabase(path, options);
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const loaded = require('./postgres-database') as typeof import('./postgres-database');
  return loaded.postgresDatabase(url);
}
