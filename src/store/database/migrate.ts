import { type Kysely, Migrator, sql } from 'kysely';
import { MIGRATIONS } from './migrations';
import type { Tables } from './tables';

/** Migrations that only this version of the bot or only the database knows. */
export interface SchemaDifference {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Brings the tables up to date. Copies that start together do it once: Kysely holds an advisory lock in PostgreSQL, and
 * an embedded database admits one writer.
 *
 * @throws what the database or a migration threw
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  // Migrations only add to the tables, so an older version works with newer ones. Kysely would refuse them.
  if ((await readSchema(db)).missing.length === 0) return;
  const provider = { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error as Error;
}

/** Compares the tables with those that this version needs. Changes nothing. */
export async function readSchema(db: Kysely<Tables>): Promise<SchemaDifference> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const isMigrated = tables.some(({ name }) => name === 'kysely_migration');
  const done = isMigrated
    ? (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows
    : [];
  const names = done.map(({ name }) => name);
  const needed = Object.keys(MIGRATIONS);
  return {
    missing: needed.filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !needed.includes(name)),
  };
}
