import { type Connected, connectDatabase } from './database/connect-database';
import { migrate } from './database/migrate';
import type { KeptTextRow } from './database/tables';
import { within } from './patience';
import { readSummary } from './read-summary';
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
  return withDatabase(url, (connected) => readSummary(connected, days));
}

/**
 * Every text that an asker gave, the oldest first.
 *
 * @throws StoreAwayError
 */
export function readKeptTexts(url: string): Promise<KeptTextRow[]> {
  return withDatabase(url, ({ db }) =>
    db.selectFrom('kept_texts').selectAll().orderBy('at').orderBy('id').execute(),
  );
}

async function withDatabase<T>(
  url: string,
  read: (connected: Connected) => Promise<T>,
): Promise<T> {
  const connected = connectDatabase(url);
  try {
    return await within(PATIENCE, migrateAndRead(connected, read));
  } catch (error) {
    const { code = 'none' } = error as { code?: string };
    throw new StoreAwayError(`The store cannot be read (${code}). ${storeHint(code)}`);
  } finally {
    await within(3000, connected.db.destroy()).catch(() => undefined);
  }
}

async function migrateAndRead<T>(
  connected: Connected,
  read: (connected: Connected) => Promise<T>,
): Promise<T> {
  await migrate(connected.db);
  return await read(connected);
}
