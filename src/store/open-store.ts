import type { Logger } from 'pino';
import { Claims } from './claims';
import type { Database } from './database/database';
import { openDatabase } from './database/open-database';
import { keyedDigest } from './digest';
import { Health } from './health';
import { retryWithin, withTimeout } from './with-timeout';
import { type UsageRow, toRow } from './usage-event';
import { type Bounds, BOUNDS, Recorder } from './recorder';
import type { Store } from './store';
import { storeHint } from './store-hints';

const DAY = 86_400_000;
/** In milliseconds. */
const PATIENCE = { look: 1500, migrate: 10_000, write: 10_000, read: 2000, close: 3000 } as const;

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
 * records wait in memory and this copy tells events apart by itself.
 */
export function openStore({ databaseUrl, retentionDays }: StoreConfig, options: Options): Store {
  const { log, secret, bounds = BOUNDS, lease } = options;
  const database = openDatabase(databaseUrl);
  const digest = keyedDigest(secret);
  const health = new Health({
    look: opener(database),
    changed: (isUp, error) => {
      tellChange(log, isUp, error);
      if (isUp) recorder.hurry();
    },
  });
  const recorder = new Recorder<UsageRow>({
    bounds,
    write: async (batch) => {
      if (!health.isUp) throw new Error('The store is away.');
      await withTimeout(PATIENCE.write, database.ask('write', batch));
    },
    gaveUp: (count) => {
      log.error({ records: count }, 'the store was away too long: records were given up');
    },
  });
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
    summary: (days) => withTimeout(PATIENCE.read, database.ask('readSummary', days)),
    close: (id) => withTimeout(PATIENCE.read, database.ask('closeHanded', id)),
    untaken: (since) => withTimeout(PATIENCE.read, database.ask('readUntaken', since)),
    problems: () => problemsOf({ health, recorder, claims }),
    opened: (atMostMs) => withTimeout(atMostMs, health.open).catch(() => undefined),
    async stop(atMostMs) {
      clearInterval(sweep);
      await recorder.stop(atMostMs);
      health.stop();
      await withTimeout(PATIENCE.close, database.close()).catch(() => undefined);
    },
  };
}

/** Brings the tables up to date the first time, and asks something small from then on. */
function opener(database: Database): (stopped: AbortSignal) => Promise<void> {
  let isOpen = false;
  return async (stopped) => {
    if (isOpen) await retryWithin(PATIENCE.look, () => database.ask('look'), stopped);
    else await withTimeout(PATIENCE.migrate, database.ask('migrate'));
    isOpen = true;
  };
}

function tellChange(log: Logger, isUp: boolean, error: unknown): void {
  if (isUp) {
    log.info('the store is open');
    return;
  }
  const { name, code = 'none' } = error as Error & { code?: string };
  log.error({ error: { name, code }, hint: storeHint(code) }, 'the store cannot be reached');
}

interface Watched {
  readonly health: Health;
  readonly recorder: Recorder<UsageRow>;
  readonly claims: Claims;
}

function problemsOf({ health, recorder, claims }: Watched): string[] {
  const { waiting, lost, isFailing } = recorder;
  if (health.isUp && !isFailing) return [];
  const what = health.isUp ? 'takes no records' : 'cannot be reached';
  return [
    `the store ${what}: ${waiting} records wait, ${lost} were given up, ${claims.alone} events were taken up without it`,
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
      const { name, code = 'none' } = error as Error & { code?: string };
      log.warn({ error: { name, code } }, 'what is too old could not be deleted');
    }
  };
  void health.open.then(sweep);
  const timer = setInterval(() => void sweep(), DAY);
  timer.unref();
  return timer;
}
