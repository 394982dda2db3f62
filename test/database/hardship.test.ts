import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { Client } from 'pg';
import { pino } from 'pino';
import { openStore } from '../../src/store/open-store';
import type { UsageEvent } from '../../src/store/usage-event';
import type { Bounds } from '../../src/store/recorder';
import type { Store } from '../../src/store/store';
import { BadLine } from './bad-line';
import { lookInto } from './look-into';
import { TestPostgres } from './test-postgres';

const folder = mkdtempSync(join(tmpdir(), 'program-route-hardship-'));
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

function open(databaseUrl: string, bounds?: Bounds): Store {
  lines = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const options = { log, secret: 'shared', ...(bounds !== undefined && { bounds }) };
  const store = openStore({ databaseUrl, retentionDays: 180 }, options);
  ends.push(() => store.stop(500));
  return store;
}

async function badLine(): Promise<BadLine> {
  const line = await BadLine.to(await postgres.fresh());
  ends.push(() => {
    line.end();
  });
  return line;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 40_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come to that.');
    await delay(20);
  }
}

function event(number: number): Parameters<Store['claim']>[0] {
  return { ids: [['event', `Ev${number}`]], isRetry: false };
}

const ANSWER: UsageEvent = {
  kind: 'answer',
  row: {
    surface: 'command',
    outcome: 'none',
    route: null,
    topic: null,
    program: null,
    confidence: 0.1,
    rules: 'abc',
    ms: 1,
  },
};

const SLOW_CLAIMS = `
  create function slow() returns trigger language plpgsql as $$
    begin perform pg_sleep(1); return new; end $$;
  create trigger slow before insert on claims for each row execute function slow()`;

/** How long something took, in milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

/** The longest time in which nothing else could run meanwhile, in milliseconds. */
async function longestStop(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await work();
  await delay(10);
  clearInterval(timer);
  return longest;
}

async function claimAndAnswer(store: Store, number: number): Promise<string> {
  const claim = await store.claim(event(number));
  if (claim.state === 'ours') await claim.answered();
  return claim.state;
}

async function answersIn(store: Store): Promise<number> {
  return (await store.summary(7)).current.questions;
}

describe('a store that is away', () => {
  it('costs no answer where the line is cut, and knows later what was answered meanwhile', async () => {
    const line = await badLine();
    line.cut();
    const store = open(line.url);
    await store.opened(300);

    const first = await claimAndAnswer(store, 1);
    const again = await claimAndAnswer(store, 1);
    store.record(ANSWER);
    const problems = store.problems();
    line.mend();
    await until(async () => store.problems().length === 0 && (await answersIn(store)) === 1);
    const other = open(line.url);
    await other.opened(5000);

    expect([first, again]).toEqual(['ours', 'answered']);
    expect(problems).toEqual([
      expect.stringMatching(
        /^the store cannot be reached: 2 records wait, 0 .* 1 events were taken/,
      ),
    ]);
    expect((await other.claim(event(1))).state).toBe('answered');
  });

  it('delays one answer a little where the line stands still, and the next ones not at all', async () => {
    const line = await badLine();
    const store = open(line.url);
    await store.opened(5000);
    line.standStill();

    const first = await timed(() => claimAndAnswer(store, 1));
    const next = await timed(() => claimAndAnswer(store, 2));
    for (let count = 0; count < 50; count += 1) store.record(ANSWER);
    line.mend();
    await until(async () => store.problems().length === 0 && (await answersIn(store)) === 50);
    await delay(300);

    expect([first.result, next.result]).toEqual(['ours', 'ours']);
    expect(next.ms).toBeLessThan(first.ms / 2);
    expect(await answersIn(store)).toBe(50);
  });

  it('comes back after lines that stood still were cut', async () => {
    const line = await badLine();
    const store = open(line.url);
    await store.opened(5000);
    line.standStill();
    await claimAndAnswer(store, 1);
    await delay(1500);
    line.cut();
    line.mend();
    store.record(ANSWER);

    await until(async () => store.problems().length === 0 && (await answersIn(store)) === 1);

    expect((await store.claim(event(1))).state).toBe('answered');
  });

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
      what: 'takes a second for each claim',
      code: 'TIMEOUT',
      spoil: (admin: Client) => admin.query(SLOW_CLAIMS),
      reconnect: false,
    },
  ])('is down until it can be written, where PostgreSQL $what', async (row) => {
    const url = await postgres.fresh();
    const store = open(url);
    await store.opened(5000);
    const admin = new Client({ connectionString: url });
    await admin.connect();
    ends.push(() => admin.end());
    await row.spoil(admin, new URL(url).pathname.slice(1));
    if (row.reconnect) {
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
      );
    }

    const first = await store.claim(event(1));
    if (first.state === 'ours') await first.answered();
    const waits: string[] = [];
    for (let number = 2; number < 6; number += 1) {
      await delay(800);
      const late = delay(700).then(() => 'waited');
      waits.push(await Promise.race([claimAndAnswer(store, number), late]));
    }

    expect(first.state).toBe('ours');
    expect(waits).toEqual(['ours', 'ours', 'ours', 'ours']);
    const sentences = lines.map((line) => JSON.parse(line) as { msg: string; error?: object });
    expect(sentences.map(({ msg }) => msg)).toEqual([
      'the store is open',
      expect.stringMatching(/^the store cannot be (?:written|reached)$/),
    ]);
    expect(sentences[1]).toMatchObject({ error: { code: row.code } });
    expect(store.problems()).toEqual([expect.stringContaining('5 events were taken up without')]);
  });

  it('opens a file anew that was deleted or replaced', async () => {
    const file = join(folder, 'deleted.db');
    const store = open(`file:${file}`);
    await store.opened(5000);

    for (const name of ['deleted.db', 'deleted.db-wal', 'deleted.db-shm']) {
      rmSync(join(folder, name), { force: true });
    }
    await until(() => existsSync(file) && store.problems().length === 0);
    store.record(ANSWER);
    await until(async () => (await answersIn(store)) === 1);

    const { db } = lookInto(`file:${file}`);
    ends.push(() => db.destroy());
    expect(await db.selectFrom('answers').select('id').execute()).toHaveLength(1);
  });

  it('stops nothing else where the file is locked', async () => {
    const file = join(folder, 'locked.db');
    const store = open(`file:${file}`);
    await store.opened(5000);
    const other = new Database(file);
    ends.push(() => {
      other.close();
    });
    other.exec('begin exclusive');

    const claims: { result: string; ms: number }[] = [];
    const stop = await longestStop(async () => {
      store.record(ANSWER);
      claims.push(await timed(() => claimAndAnswer(store, 1)));
      claims.push(await timed(() => claimAndAnswer(store, 2)));
      await delay(1500);
    });
    const problems = store.problems();
    other.exec('rollback');
    await until(async () => store.problems().length === 0 && (await answersIn(store)) === 1);

    expect(claims.map(({ result }) => result)).toEqual(['ours', 'ours']);
    const [waited, knew] = claims.map(({ ms }) => ms);
    expect(knew).toBeLessThan(Number(waited) / 2);
    expect(stop).toBeLessThan(Number(waited) / 2);
    expect(problems).toHaveLength(1);
  });

  it('ends in order while the library waits for a locked file', async () => {
    const file = join(folder, 'ended.db');
    const other = new Database(file);
    ends.push(() => {
      other.close();
    });
    other.exec('create table first (id text)');
    other.exec('begin exclusive');

    for (let round = 0; round < 3; round += 1) {
      const store = open(`file:${file}`);
      store.record(ANSWER);
      await delay(100 * round);
      await store.stop(50);
      expect(store.problems()).toHaveLength(1);
    }

    other.exec('rollback');
  });

  it.each([
    { what: 'is no database', path: 'garbage.db', hint: 'is no database' },
    {
      what: 'lies in a folder that cannot be made',
      path: 'garbage.db/inside.db',
      hint: 'cannot be opened',
    },
  ])('answers on where the file $what', async ({ path, hint }) => {
    writeFileSync(join(folder, 'garbage.db'), 'This is a letter, not a database.'.repeat(200));
    const store = open(`file:${join(folder, path)}`);
    await until(() => lines.join('').includes('the store cannot be reached'));

    expect(await claimAndAnswer(store, 1)).toBe('ours');
    expect(store.problems()).toHaveLength(1);
    expect(lines.join('')).toContain(`"hint":"The file of the store ${hint}`);
  });

  it('answers on where the disk is full, and says so', async () => {
    const script = join(__dirname, 'full-disk.mjs');
    // No file of this process may grow beyond so many blocks of 512 or 1,024 bytes.
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `ulimit -f 400 && exec "${process.execPath}" "${script}" "${join(folder, 'full.db')}"`,
    ]);

    const { states, problems } = JSON.parse(stdout) as Record<string, unknown>;

    expect(states).toEqual(['ours']);
    expect(problems).toEqual([
      expect.stringMatching(/^the store (?:takes no records|cannot be written): \d+ records wait/),
    ]);
  });

  it('ends its process by force where a statement never comes back', async () => {
    const script = join(__dirname, 'stuck-statement.mjs');

    const run = promisify(execFile)(process.execPath, [script, join(folder, 'stuck.db')], {
      timeout: 20_000,
    });

    await expect(run).rejects.toMatchObject({ code: null, signal: 'SIGKILL', stdout: 'stuck\n' });
    await expect(run).rejects.toMatchObject({ stderr: '' });
  });

  it('holds a bounded number of records, and says how many it gave up', async () => {
    const line = await badLine();
    line.cut();
    const store = open(line.url, { most: 100, oldest: 60_000 });

    for (let count = 0; count < 1000; count += 1) store.record(ANSWER);
    const [problem] = store.problems();
    line.mend();
    await until(() => store.problems().length === 0);
    await until(async () => (await answersIn(store)) === 100);
    await until(() => countGivenUp() === 900);

    expect(problem).toContain('100 records wait, 900 were given up');
    expect(linesAboutLoss()).toHaveLength(2);
  });

  it('gives up records that waited too long', async () => {
    const line = await badLine();
    line.cut();
    const store = open(line.url, { most: 100, oldest: 200 });

    for (let count = 0; count < 10; count += 1) store.record(ANSWER);
    await until(() => countGivenUp() === 10);

    expect(store.problems()[0]).toContain('0 records wait, 10 were given up');
  });

  it('says at its end how many records it could not write', async () => {
    const line = await badLine();
    line.cut();
    const store = open(line.url);
    store.record(ANSWER);
    await store.opened(100);

    await store.stop(300);

    expect(countGivenUp()).toBe(1);
  });

  it('writes at its end what still waits', async () => {
    const url = await postgres.fresh();
    const store = open(url);
    await store.opened(5000);
    for (let count = 0; count < 700; count += 1) store.record(ANSWER);

    await store.stop(5000);

    const { db } = lookInto(url);
    ends.push(() => db.destroy());
    expect(await db.selectFrom('answers').select('id').execute()).toHaveLength(700);
  });
});

function linesAboutLoss(): { records: number }[] {
  return lines
    .filter((line) => line.includes('were given up'))
    .map((line) => JSON.parse(line) as { records: number });
}

function countGivenUp(): number {
  return linesAboutLoss().reduce((sum, { records }) => sum + records, 0);
}
