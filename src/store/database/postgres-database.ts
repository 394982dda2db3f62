import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import { executeStatement } from '../statements';
import { createPostgresPool } from './postgres-pool';
import type { Connected } from './connected';
import type { Database } from './database';
import type { Tables } from './tables';

/**
 * A database of PostgreSQL, which is asked from this thread.
 *
 * @public loaded by `require` where it is needed, which knip does not follow
 */
export function postgresDatabase(url: string): Database {
  const connected = connectPostgres(url);
  return {
    ask: (statement, ...parameters) => executeStatement(connected, statement, parameters),
    close: () => connected.db.destroy(),
  };
}

/** @param url `postgres://...` */
export function connectPostgres(url: string): Connected {
  const pool = (): Promise<PostgresPool> => Promise.resolve(createPostgresPool(url));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)` };
}
