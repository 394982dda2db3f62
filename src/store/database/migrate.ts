import { type Kysely, Migrator } from 'kysely';
import { MIGRATIONS } from './migrations';
import type { Tables } from './tables';

/**
 * Brings the tables up to date. Copies that start together do it once: Kysely holds an advisory lock in PostgreSQL, and
 * an embedded database admits one writer.
 *
 * @throws what the database or a migration threw
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error as Error;
}
