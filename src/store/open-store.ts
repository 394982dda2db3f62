import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Claims } from './claims';
import type { Database } from './database/database';
import { openDatabase } from './database/open-database';
import { keyedDigest } from './digest';
import { Health } from './health';
import { retryWithin, TIMEOUTS, withTimeout } from './timeouts';
import { type UsageRow, toRow } from './usage-event';
import { type Bounds, BOUNDS, Recorder } from './recorder';
import type { Store } from './store';
import { codeOf, isUnwritable, isWithoutTables, storeHint } from './store-errors';

const DAY = 86_400_000;

/** Where the store is, and how long it keeps things. */
export interface StoreConfig {
  /** `file:PATH` or `postgres://...` */
  readonly databaseUrl: string;
  readonly retentionDays: number;
}

interface Options {
  readonly log: Logger;
  /** A secret that every copy has: what tells people apart in the store is a digest under it. */
  readonly secret: string;
  readonly bounds?: Bounds;
  /** Of a claim, in milliseconds. */
  readonly lease?: number;
}

/**
 * Opens the store. It returns at once, whatever state the database is in: until it is reached, and whenever it is away,
 * records wait in memory and this copy claims events by itself.
 */
export function openStore({ databaseUrl, retentionDays }: StoreConfig, options: Options): Store {
  const { log, secret, bounds = BOUNDS, lease } = options;
  const database = openDatabase(databaseUrl);
  const digest = keyedDigest(secret);
  const health = new Health({
    look: lookAt(database),
    changed: (isUp, error) => {
      tellChange(log, isUp, error);
      if (isUp) recorder.hurry();
    },
  });
  const recorder = recordBehind({ database, health, log, bounds });
  const claims = new Claims({
    database,
    digest,
    health,
    ...(lease !== undefined && { lease }),
    later: (row) => {
      recorder.add({ table: 'claims', row });
    },
  });
  const sweep = keepSwept({ database, health, log, days: retentionDays });
  return {
    retentionDays,
    record(happened) {
      recorder.add(toRow(happened, { at: Date.now(), digest }));
    },
    claim: (wish) => claims.claim(wish),
    summary: (days) => withTimeout(TIMEOUTS.read, database.ask('readSummary', days)),
    close: (id) => withTimeout(TIMEOUTS.read, database.ask('closeEscalation', id)),
    untaken: (since) => withTimeout(TIMEOUTS.read, database.ask('readUntaken', since)),
    problems: () => problemsOf({ health, recorder, claims }),
    counts: () => ({ waiting: recorder.waiting, lost: recorder.lost }),
    opened: (atMostMs) => withTimeout(atMostMs, health.open).catch(() => undefined),
    async stop(atMostMs, closingMs = TIMEOUTS.close) {
      clearInterval(sweep);
      const end = performance.now() + atMostMs;
      await withTimeout(atMostMs, claims.settled()).catch(() => undefined);
      await recorder.stop(Math.max(end - performance.now(), 1));
      health.stop();
      await withTimeout(closingMs, database.close()).catch(() => undefined);
    },
  };
}

interface Recorded {
  readonly database: Database;
  readonly health: Health;
  readonly log: Logger;
  readonly bounds: Bounds;
}

/** Writes records behind the answers. */
function recordBehind({ database, health, log, bounds }: Recorded): Recorder<UsageRow> {
  return new Recorder<UsageRow>({
    bounds,
    write: async (batch) => {
      if (!health.isUp) throw new Error('The store is away.');
      try {
        await withTimeout(TIMEOUTS.write, database.ask('write', batch));
      } catch (error) {
        // One batch may be at fault by itself: the look decides.
        health.doubt();
        throw error;
      }
    },
    gaveUp: (count) => {
      log.error({ records: count }, 'the store was away too long: records were given up');
    },
  });
}

/** Brings the tables up to date the first time, and where they are gone; then writes something small. */
function lookAt(database: Database): (isUp: boolean, stopped: AbortSignal) => Promise<void> {
  let hasTables = false;
  const copy = randomUUID();
  const probe = (): Promise<void> => database.ask('probe', copy);
  return async (isUp, stopped) => {
    if (!hasTables) await withTimeout(TIMEOUTS.migrate, database.ask('migrate'));
    hasTables = true;
    try {
      if (isUp) await retryWithin(TIMEOUTS.probe, probe, stopped);
      else await withTimeout(TIMEOUTS.recovery, probe());
    } catch (error) {
      hasTables = !isWithoutTables(codeOf(error));
      throw error;
    }
  };
}

function tellChange(log: Logger, isUp: boolean, error: unknown): void {
  if (isUp) {
    log.info('the store is open');
    return;
  }
  const { name } = error as Error;
  const code = codeOf(error);
  const line = { error: { name, code }, hint: storeHint(code) };
  log.error(line, `the store cannot be ${verbFor(error)}`);
}

function verbFor(error: unknown): 'written' | 'reached' {
  return isUnwritable(codeOf(error)) ? 'written' : 'reached';
}

interface Watched {
  readonly health: Health;
  readonly recorder: Recorder<UsageRow>;
  readonly claims: Claims;
}

function problemsOf({ health, recorder, claims }: Watched): string[] {
  const { waiting, lost, isFailing } = recorder;
  if (health.isUp && !isFailing) return [];
  const what = health.isUp ? 'takes no records' : `cannot be ${verbFor(health.failure)}`;
  return [
    `the store ${what}: ${waiting} records wait, ${lost} were given up, ${claims.withoutStore} events were taken up without it`,
  ];
}

interface Swept {
  readonly database: Database;
  readonly health: Health;
  readonly log: Logger;
  readonly days: number;
}

/** Deletes what is too old at the start, once the store is open, and every day. */
function keepSwept({ database, health, log, days }: Swept): NodeJS.Timeout {
  const sweep = async (): Promise<void> => {
    try {
      const deleted = await database.ask('deleteOld', days);
      if (deleted > 0) log.info({ rows: deleted }, 'deleted what was too old');
    } catch (error) {
      const { name } = error as Error;
      log.warn({ error: { name, code: codeOf(error) } }, 'what is too old could not be deleted');
    }
  };
  void health.open.then(sweep);
  const timer = setInterval(() => void sweep(), DAY);
  timer.unref();
  return timer;
}
