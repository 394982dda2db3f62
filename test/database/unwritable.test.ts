import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import { openStore } from '../../src/store/open-store';
import type { Store } from '../../src/store/store';
import { TestPostgres } from './test-postgres';

const folder = mkdtempSync(join(tmpdir(), 'program-route-unwritable-'));
let postgres: TestPostgres;
let lines: string[] = [];
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  postgres = await TestPostgres.start();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => {
  await postgres.end();
  rmSync(folder, { recursive: true, force: true });
});

function open(databaseUrl: string): Store {
  lines = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const store = openStore({ databaseUrl, retentionDays: 180 }, { log, secret: 'shared' });
  ends.push(() => store.stop(500));
  return store;
}

async function claimAndAnswer(store: Store, number: number): Promise<string> {
  const claim = await store.claim({ ids: [['event', `Ev${number}`]], isRetry: false });
  if (claim.state === 'ours') await claim.answered();
  return claim.state;
}

/** None while the tables are not there. */
async function countEscalations(store: Store): Promise<number> {
  try {
    return (await store.summary(7)).current.handed;
  } catch {
    return 0;
  }
}

const SLOW_CLAIMS = `
  create function slow() returns trigger language plpgsql as $$
    begin perform pg_sleep(2); return new; end $$;
  create trigger slow before insert on claims for each row execute function slow()`;

describe('a store that can be read and not written', () => {
  it.each([
    {
      what: 'is read-only',
      code: '25006',
      spoil: (admin: Client, name: string) =>
        admin.query(`alter database ${name} set default_transaction_read_only = on`),
      reconnect: true,
    },
    {
      what: 'holds a lock on the claims',
      code: 'TIMEOUT',
      spoil: (admin: Client) => admin.query('begin; lock table claims in access exclusive mode'),
      reconnect: false,
    },
    {
      what: 'takes two seconds for each claim',
      code: 'TIMEOUT',
      spoil: (admin: Client) => admin.query(SLOW_CLAIMS),
      reconnect: false,
    },
  ])('is down until it can be written, where PostgreSQL $what', async (row) => {
    const url = await postgres.fresh();
    const store = open(url);
    await store.opened(30_000);
    const admin = new Client({ connectionString: url });
    await admin.connect();
    ends.push(() => admin.end());
    await row.spoil(admin, new URL(url).pathname.slice(1));
    if (row.reconnect) {
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
      );
    }

    const first = await claimAndAnswer(store, 1);
    const waits: string[] = [];
    for (let number = 2; number < 6; number += 1) {
      await delay(800);
      const late = delay(700).then(() => 'waited');
      waits.push(await Promise.race([claimAndAnswer(store, number), late]));
    }

    expect(first).toBe('ours');
    expect(waits).toEqual(['ours', 'ours', 'ours', 'ours']);
    const sentences = lines.map((line) => JSON.parse(line) as { msg: string; error?: object });
    expect(sentences.map(({ msg }) => msg)).toEqual([
      'the store is open',
      expect.stringMatching(/^the store cannot be (?:written|reached)$/),
    ]);
    expect(sentences[1]).toMatchObject({ error: { code: row.code } });
    expect(store.problems()).toEqual([expect.stringContaining('5 events were taken up without')]);
  });
});

it('opens a file anew that was deleted or replaced', async () => {
  const file = join(folder, 'deleted.db');
  const store = open(`file:${file}`);
  await store.opened(30_000);

  for (const name of ['deleted.db', 'deleted.db-wal', 'deleted.db-shm']) {
    rmSync(join(folder, name), { force: true });
  }
  while (!existsSync(file) || store.problems().length > 0) await delay(50);
  store.record({ kind: 'handed', row: { channel: 'C1', ts: '1.1', link: '' } });
  while ((await countEscalations(store)) === 0) await delay(50);
  await store.stop(5000);

  // What was recorded is in the file at the path, not in the one that is gone.
  const again = open(`file:${file}`);
  await again.opened(30_000);
  expect(await countEscalations(again)).toBe(1);
});
