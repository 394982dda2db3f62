import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type RawBuilder,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { PROJECT } from '../../cache/paths';
import { EmbeddedDriver } from './embedded-driver';
import type { Tables } from './tables';

/** A database that is opened at its first query. */
export interface Connected {
  readonly db: Kysely<Tables>;
  /** Milliseconds since 1970 by the database's own clock: copies on several machines must agree on when a lease ends. */
  readonly now: RawBuilder<number>;
}

const FILE = 'file:';

/**
 * The database that a `DATABASE_URL` names.
 *
 * @param url `file:PATH`, where a relative path begins at the project's folder, or `postgres://...`
 */
export function connectDatabase(url: string): Connected {
  return url.startsWith(FILE) ? embedded(url.slice(FILE.length)) : postgres(url);
}

function embedded(path: string): Connected {
  const file = resolve(PROJECT, path.replace(/^\/\/(?=\/)/, ''));
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => {
        makeFolder(dirname(file));
        return new EmbeddedDriver(file);
      },
      createIntrospector: (one) => new SqliteIntrospector(one),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return { db, now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)` };
}

/** Where it cannot be made, the first query says so. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // A store that cannot be opened never ends the bot.
  }
}

/** Loaded at the first query: who keeps a file needs no client for PostgreSQL. */
function loadPool(url: string): Promise<PostgresPool> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const loaded = require('./careful-pool') as typeof import('./careful-pool');
  return Promise.resolve(loaded.carefulPool(url));
}

function postgres(url: string): Connected {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: () => loadPool(url) }) });
  return { db, now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)` };
}
