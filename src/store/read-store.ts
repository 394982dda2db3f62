import type { Database } from './database/database';
import { openDatabase } from './database/open-database';
import type { KeptTextRow } from './database/tables';
import { withTimeout } from './with-timeout';
import { storeHint } from './store-hints';
import type { TwoSummaries } from './summary';

/** The store could not be read. */
export class StoreAwayError extends Error {
  override readonly name = 'StoreAwayError';
}

/** How long a command waits for the store, in milliseconds. */
const PATIENCE = 10_000;

/**
 * The last so many days, and as many before them.
 *
 * @throws StoreAwayError
 */
export function readReport(url: string, days: number): Promise<TwoSummaries> {
  return withDatabase(url, (database) => database.ask('readSummary', days));
}

/**
 * Every text that an asker gave, the oldest first.
 *
 * @throws StoreAwayError
 */
export function readKeptTexts(url: string): Promise<KeptTextRow[]> {
  return withDatabase(url, (database) => database.ask('readKeptTexts'));
}

async function withDatabase<T>(url: string, read: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(url);
  try {
    return await withTimeout(PATIENCE, migrateAndRead(database, read));
  } catch (error) {
    const { code = 'none' } = error as { code?: string };
    throw new StoreAwayError(`The store cannot be read (${code}). ${storeHint(code)}`);
  } finally {
    await withTimeout(3000, database.close()).catch(() => undefined);
  }
}

async function migrateAndRead<T>(
  database: Database,
  read: (database: Database) => Promise<T>,
): Promise<T> {
  await database.ask('migrate');
  return await read(database);
}
