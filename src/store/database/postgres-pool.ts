import type { PostgresPool } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import { TIMEOUTS } from '../timeouts';

/** Server-side: a statement that this side gave up must not go on waiting there, where connections are few. */
const LIMITS = `set statement_timeout = ${TIMEOUTS.query}; set lock_timeout = ${TIMEOUTS.lock}`;

/**
 * Creates a pool of connections to PostgreSQL. A connection on which a statement did not come back is thrown away: the
 * next statement on it would wait behind that one.
 */
export function createPostgresPool(url: string): PostgresPool {
  const pool = new Pool({
    connectionString: withVerifiedCertificate(url),
    max: 5,
    connectionTimeoutMillis: TIMEOUTS.connect,
    query_timeout: TIMEOUTS.query,
    keepAlive: true,
    allowExitOnIdle: true,
    types: { getTypeParser: parserFor },
  });
  // A connection that breaks, idle or in use, is replaced at the next query; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    client.query(LIMITS).catch(() => undefined);
  });
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

/** pg checks the certificate with these modes too, but writes a warning of several lines for each (pg 8). */
function withVerifiedCertificate(url: string): string {
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

/** Times are milliseconds and fit a number; pg gives a `bigint` as text unless told otherwise. */
function parserFor(...[oid, format]: Parameters<typeof types.getTypeParser>): unknown {
  return oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);
}
