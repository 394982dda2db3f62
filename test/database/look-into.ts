import { resolve } from 'node:path';
import { connectEmbedded } from '../../src/store/database/connect-embedded';
import type { Connected } from '../../src/store/database/connected';
import { EmbeddedDriver } from '../../src/store/database/embedded-driver';
import { LibsqlConnection } from '../../src/store/database/libsql-connection';
import { connectPostgres } from '../../src/store/database/postgres-database';

/** The database at a `DATABASE_URL` itself, asked from this thread. */
export function lookInto(url: string): Connected {
  if (!url.startsWith('file:')) return connectPostgres(url);
  const path = resolve(url.slice('file:'.length));
  return connectEmbedded(new EmbeddedDriver(new LibsqlConnection({ path })));
}
