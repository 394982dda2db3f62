import type { PostgresPool } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';

/** In milliseconds. */
const CONNECT_TIMEOUT = 2000;
const QUERY_TIMEOUT = 5000;

/**
 * A pool of connections to PostgreSQL. A connection on which a statement did not come back is thrown away: the next one
 * to use it would wait behind that statement.
 */
export function createPostgresPool(url: string): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    keepAlive: true,
    allowExitOnIdle: true,
    types: { getTypeParser: parserFor },
  });
  // A connection that breaks, idle or in use, is replaced at the next query; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    async connect() {
      const client = await pool.connect();
      let isBroken = false;
      return {
        release: () => {
          client.release(isBroken);
        },
        query: (async (sql: string, parameters: readonly unknown[]) => {
          try {
            return await client.query(sql, [...parameters]);
          } catch (error) {
            isBroken ||= !(error instanceof DatabaseError);
            throw error;
          }
        }) as never,
      };
    },
    end: () => pool.end(),
  };
}

/** Times are milliseconds and fit a number; pg gives a `bigint` as text unless told otherwise. */
function parserFor(...[oid, format]: Parameters<typeof types.getTypeParser>): unknown {
  return oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);
}
