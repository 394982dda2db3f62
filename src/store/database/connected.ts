import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables';

/** A database that is opened at its first query. */
export interface Connected {
  readonly db: Kysely<Tables>;
  /** Milliseconds since 1970 by the database's own clock: copies on several machines must agree on when a lease ends. */
  readonly now: RawBuilder<number>;
  /** Takes deleted rows out of the files beside the database; undefined where there are none. */
  readonly purge?: RawBuilder<unknown>;
}
