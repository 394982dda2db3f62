import { resolve } from 'node:path';
import { PROJECT } from '../../loader/paths';
import type { Database } from './database';
import { EmbeddedDatabase } from './embedded-database';

const FILE = 'file:';

/**
 * The database that a `DATABASE_URL` names. One in a file is worked on in a thread of its own, which loads all that it
 * takes; the client for PostgreSQL is loaded here.
 *
 * @param url `file:PATH`, where a relative path begins at the project's folder, or `postgres://...`
 */
export function openDatabase(url: string): Database {
  if (url.startsWith(FILE)) {
    const path = url.slice(FILE.length).replace(/^\/\/(?=\/)/, '');
    return new EmbeddedDatabase(resolve(PROJECT, path));
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const loaded = require('./postgres-database') as typeof import('./postgres-database');
  return loaded.postgresDatabase(url);
}
