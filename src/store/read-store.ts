import { existsSync } from 'node:fs';
import type { Database } from './database/database';
import type { SchemaDifference } from './database/migrate';
import { openDatabase, pathOf } from './database/open-database';
import type { SuggestedQuestionRow } from './database/tables';
import { codeOf, storeHint } from './store-errors';
import { summarize, type TwoSummaries } from './summary';
import { TIMEOUTS, withTimeout } from './timeouts';

/** The store could not be read. */
export class StoreAwayError extends Error {
  override readonly name = 'StoreAwayError';
}

/** Told in one sentence what is odd about the store, though it can be read. */
type Warn = (sentence: string) => void;

const DAY = 86_400_000;

/**
 * Counts the last `days` days, and as many before them. Changes nothing in the store.
 *
 * @throws StoreAwayError
 */
export async function readReport(url: string, days: number, warn: Warn): Promise<TwoSummaries> {
  const report = await readFrom(url, warn, (database) => database.ask('readSummary', days));
  return report ?? emptyReport(days);
}

/**
 * Reads every question that an asker suggested, the oldest first. Changes nothing in the store.
 *
 * @throws StoreAwayError
 */
export async function readSuggestedQuestions(
  url: string,
  warn: Warn,
): Promise<SuggestedQuestionRow[]> {
  return (await readFrom(url, warn, (database) => database.ask('readSuggestedQuestions'))) ?? [];
}

/** Undefined where there is no file yet. */
async function readFrom<T>(
  url: string,
  warn: Warn,
  read: (database: Database) => Promise<T>,
): Promise<T | undefined> {
  const path = pathOf(url);
  if (path !== undefined && !existsSync(path)) {
    warn('There is no store at DATABASE_URL yet. The bot makes it at its first start.');
    return undefined;
  }
  const database = openDatabase(url, { readOnly: true });
  try {
    return await withTimeout(TIMEOUTS.command, checkAndRead(database, warn, read));
  } catch (error) {
    if (error instanceof StoreAwayError) throw error;
    const code = codeOf(error);
    throw new StoreAwayError(`The store cannot be read (${code}). ${storeHint(code)}`);
  } finally {
    await withTimeout(TIMEOUTS.close, database.close()).catch(() => undefined);
  }
}

async function checkAndRead<T>(
  database: Database,
  warn: Warn,
  read: (database: Database) => Promise<T>,
): Promise<T> {
  const { missing, unknown }: SchemaDifference = await database.ask('readSchema');
  if (missing.length > 0) {
    throw new StoreAwayError(
      `The tables of the store are older than this version: ${missing.join(', ')} is missing. Start this version of the bot once: it adds that.`,
    );
  }
  if (unknown.length > 0) {
    warn(
      `The tables of the store are newer than this version, which does not know ${unknown.join(', ')}. Numbers may be missing.`,
    );
  }
  return read(database);
}

function emptyReport(days: number): TwoSummaries {
  const none = { answers: [], votes: [], choices: [], handed: 0, open: { count: 0, newest: [] } };
  const to = Date.now();
  const middle = to - days * DAY;
  return {
    current: summarize(none, { from: middle, to }),
    previous: summarize(none, { from: middle - days * DAY, to: middle }),
  };
}
