import { Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Connected } from './connected';
import type { EmbeddedDriver } from './embedded-driver';
import type { Tables } from './tables';

/** Connects Kysely to a database in a file. */
export function connectEmbedded(driver: EmbeddedDriver): Connected {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (one) => new SqliteIntrospector(one),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return {
    db,
    now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    purge: sql`pragma wal_checkpoint(truncate)`,
  };
}
