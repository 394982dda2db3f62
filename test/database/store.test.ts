import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Claimable, OurClaim } from '../../src/store/claims';
import type { Connected } from '../../src/store/database/connected';
import { migrate } from '../../src/store/database/migrate';
import { openStore } from '../../src/store/open-store';
import type { UsageEvent } from '../../src/store/usage-event';
import { deleteOld } from '../../src/store/statements/retention';
import type { Store } from '../../src/store/store';
import { lookInto } from './look-into';
import { TestPostgres } from './test-postgres';

const SILENT = pino({ level: 'silent' });
const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'program-route-store-'));
let postgres: TestPostgres;
let files = 0;
const opened: Store[] = [];
const connections: Connected[] = [];

beforeAll(async () => {
  postgres = await TestPostgres.start();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.stop(2000)));
  await Promise.all(connections.splice(0).map(({ db }) => db.destroy()));
});
afterAll(async () => {
  await postgres.end();
  rmSync(folder, { recursive: true, force: true });
});

const DATABASES = [
  { name: 'PostgreSQL', fresh: () => postgres.fresh() },
  { name: 'a file', fresh: () => Promise.resolve(`file:${join(folder, `${files++}.db`)}`) },
];

/** A copy of the bot, as far as the store sees it. */
async function copyOn(databaseUrl: string, lease?: number): Promise<Store> {
  const options = { log: SILENT, secret: 'shared', ...(lease !== undefined && { lease }) };
  const store = openStore({ databaseUrl, retentionDays: 180 }, options);
  opened.push(store);
  await store.opened(10_000);
  return store;
}

function look(url: string): Connected {
  const connected = lookInto(url);
  connections.push(connected);
  return connected;
}

async function ours(store: Store, event: Claimable): Promise<OurClaim> {
  const claim = await store.claim(event);
  if (claim.state !== 'ours') throw new Error(`The event is ${claim.state}.`);
  return claim;
}

function mention(event: string, channel: string, ts: string): Claimable {
  return {
    ids: [
      ['event', event],
      ['message', channel, ts],
    ],
    isRetry: false,
  };
}

const EVENT = mention('Ev1', 'C1', '1.000001');

const ANSWER = {
  surface: 'command',
  outcome: 'answer',
  route: 'renewal-request',
  topic: 'renewal',
  program: 'education',
  confidence: 0.9,
  rules: 'abc',
  ms: 1.5,
} as const;

function answer(change: Partial<Extract<UsageEvent, { kind: 'answer' }>['row']> = {}): UsageEvent {
  return { kind: 'answer', row: { ...ANSWER, ...change } };
}

function vote(user: string, helped: number): UsageEvent {
  const row = { route: 'renewal-request', program: null, rules: 'abc', helped };
  return { kind: 'vote', by: [user, 'C1', '2.0'], row };
}

function choice(kind: 'chosen' | 'rejected', user: string): UsageEvent {
  const row = { kind, route: 'add-on', program: null, rules: 'abc' } as const;
  return { kind: 'choice', row, by: [user, 'C1', '2.0'] };
}

describe.each(DATABASES)('the store in $name', ({ fresh }) => {
  it('migrates once, however many copies start together', async () => {
    const url = await fresh();

    const copies = await Promise.all(Array.from({ length: 5 }, () => copyOn(url)));

    expect(copies.flatMap((copy) => copy.problems())).toEqual([]);
    const { db } = look(url);
    await migrate(db);
    const names = (await db.introspection.getTables()).map(({ name }) => name).sort();
    expect(names).toEqual([
      'answers',
      'choices',
      'claims',
      'escalation_steps',
      'handed',
      'kept_texts',
      'votes',
    ]);
  });

  it('opens where a newer version added to the tables, so that a rollback works', async () => {
    const url = await fresh();
    const { db } = look(url);
    await migrate(db);
    await sql`insert into kysely_migration (name, timestamp) values ('0099-later', '')`.execute(db);

    const store = await copyOn(url);

    expect(store.problems()).toEqual([]);
    expect((await store.claim(EVENT)).state).toBe('ours');
  });

  it('gives an event to one copy of many, and tells the others', async () => {
    const url = await fresh();
    const copies = await Promise.all(Array.from({ length: 4 }, () => copyOn(url)));

    const claims = await Promise.all(copies.map((copy) => copy.claim(EVENT)));
    const winner = claims.find((claim) => claim.state === 'ours');
    await winner?.answered();
    const later = await Promise.all(copies.map((copy) => copy.claim(EVENT)));

    expect(claims.filter(({ state }) => state === 'ours')).toHaveLength(1);
    expect(claims.filter(({ state }) => state === 'under way')).toHaveLength(3);
    expect(winner?.mayBeAnswered).toBe(false);
    expect(later.map(({ state }) => state)).toEqual([
      'answered',
      'answered',
      'answered',
      'answered',
    ]);
  });

  it('knows a message that comes again under another event id', async () => {
    const url = await fresh();
    const [one, two] = [await copyOn(url), await copyOn(url)];
    const renamed = mention('Ev2', 'C1', '1.000001');

    const claim = await ours(one, EVENT);
    const meanwhile = await two.claim(renamed);
    await claim.answered();

    expect(meanwhile.state).toBe('under way');
    expect((await two.claim(renamed)).state).toBe('answered');
    expect((await two.claim(mention('Ev3', 'C1', '1.000002'))).state).toBe('ours');
  });

  it('lets another copy take over from one that fell silent, and tells it so', async () => {
    const url = await fresh();
    const [dead, alive] = [await copyOn(url, 300), await copyOn(url, 300)];
    await ours(dead, EVENT);
    await dead.stop(1000);
    const atOnce = await alive.claim(EVENT);
    await delay(400);

    const claim = await ours(alive, EVENT);

    expect(atOnce.state).toBe('under way');
    expect(claim.mayBeAnswered).toBe(true);
  });

  it('keeps the lease of a copy that is still at work', async () => {
    const url = await fresh();
    const [busy, other] = [await copyOn(url, 300), await copyOn(url, 300)];
    const claim = await ours(busy, EVENT);

    await delay(900);

    expect((await other.claim(EVENT)).state).toBe('under way');
    await claim.answered();
    expect((await other.claim(EVENT)).state).toBe('answered');
  });

  it('knows that an event was answered, also when its lease is long over', async () => {
    const url = await fresh();
    const [one, two] = [await copyOn(url, 100), await copyOn(url, 100)];

    await (await ours(one, EVENT)).answered();
    await delay(300);

    expect((await two.claim(EVENT)).state).toBe('answered');
  });

  it('lets go of an event that could not be answered', async () => {
    const url = await fresh();
    const [one, two] = [await copyOn(url), await copyOn(url)];

    await (await ours(one, EVENT)).release();

    expect((await ours(two, EVENT)).mayBeAnswered).toBe(true);
  });

  it('counts what was asked, and the counts add up', async () => {
    const url = await fresh();
    const store = await copyOn(url);
    const happened: UsageEvent[] = [
      ...Array.from({ length: 450 }, () => answer()),
      answer({ outcome: 'clarify', route: null, topic: null, program: null }),
      answer({ outcome: 'none', route: null, topic: null, surface: 'mention' }),
      answer({ route: 'add-on', topic: 'features', program: null }),
      vote('U1', 0),
      vote('U1', 1),
      vote('U2', 0),
      choice('rejected', 'U1'),
      choice('rejected', 'U1'),
      choice('chosen', 'U1'),
      { kind: 'handed', row: { channel: 'C9', ts: '9.1', link: 'https://slack/p9' } },
    ];

    happened.forEach((one) => {
      store.record(one);
    });
    await delay(500);
    const { current, previous } = await store.summary(7);

    expect(current).toMatchObject({
      questions: 453,
      answered: 451,
      askedBack: 1,
      notKnown: 1,
      byTopic: [
        { name: 'renewal', count: 450 },
        { name: null, count: 2 },
        { name: 'features', count: 1 },
      ],
      votes: { helped: 1, didNotHelp: 1 },
      choices: { chosen: 1, none: 0, rejected: 1 },
      worst: [
        { route: 'add-on', answers: 1, helped: 0, didNotHelp: 0, rejected: 1 },
        { route: 'renewal-request', answers: 450, helped: 1, didNotHelp: 1, rejected: 0 },
      ],
      handed: 1,
      open: { count: 1, newest: [{ link: 'https://slack/p9' }] },
    });
    expect(previous).toMatchObject({ questions: 0, worst: [], handed: 0 });
  });

  it('closes a question that was handed to the team', async () => {
    const store = await copyOn(await fresh());
    store.record({ kind: 'handed', row: { channel: 'C9', ts: '9.1', link: 'https://slack/p9' } });
    await delay(200);
    const { open } = (await store.summary(7)).current;

    await store.close(open.newest[0]?.id ?? '');

    expect((await store.summary(7)).current.open).toEqual({ count: 0, newest: [] });
  });

  it('knows what became of a question that was handed to the team', async () => {
    const store = await copyOn(await fresh());
    const before = Date.now();
    const ids = ['untaken', 'taken', 'answered', 'closed', 'reminded'] as const;
    for (const id of ids) {
      store.record({ kind: 'handed', id, row: { channel: 'C9', ts: `9.${id}`, link: '' } });
      if (id !== 'untaken') store.record({ kind: 'escalation-step', escalation: id, step: id });
    }
    store.record({ kind: 'escalation-step', escalation: 'taken', step: 'taken' });
    let { handed, open } = (await store.summary(7)).current;
    while (handed < ids.length) {
      await delay(50);
      ({ handed, open } = (await store.summary(7)).current);
    }

    const untaken = await store.untaken(before);

    expect([handed, open.count]).toEqual([5, 3]);
    expect(open.newest.filter(({ taken }) => taken).map(({ id }) => id)).toEqual(['taken']);
    expect(untaken).toEqual([
      { id: 'untaken', channel: 'C9', ts: '9.untaken', at: expect.any(Number) },
    ]);
    expect(await store.untaken(Date.now() + 1000)).toEqual([]);
  });

  it('keeps no id of a person or a channel that asked', async () => {
    const url = await fresh();
    const store = await copyOn(url);
    await (await ours(store, mention('Ev1', 'CSECRET', '1.000001'))).answered();
    store.record(vote('USECRET', 1));
    await delay(200);

    const { db } = look(url);
    const rows = [
      await db.selectFrom('claims').selectAll().execute(),
      await db.selectFrom('votes').selectAll().execute(),
    ];

    expect(rows.map((some) => some.length)).toEqual([2, 1]);
    expect(JSON.stringify(rows)).not.toContain('SECRET');
  });

  it('deletes what is too old, in batches, and keeps the rest', async () => {
    const url = await fresh();
    await copyOn(url);
    const connected = look(url);
    const { db } = connected;
    const rows = Array.from({ length: 1300 }, (_, at) => ({
      id: `old-${at}`,
      at: Date.now() - 8 * DAY,
      ...ANSWER,
    }));
    await db.insertInto('answers').values(rows.slice(0, 650)).execute();
    await db.insertInto('answers').values(rows.slice(650)).execute();
    await db
      .insertInto('answers')
      .values({ id: 'young', at: Date.now() - 6 * DAY, ...ANSWER })
      .execute();

    const deleted = await deleteOld(connected, 7);

    expect(deleted).toBe(1300);
    expect(await db.selectFrom('answers').select('id').execute()).toEqual([{ id: 'young' }]);
  });

  it('deletes what is too old when it opens', async () => {
    const url = await fresh();
    const { db } = look(url);
    await migrate(db);
    await db
      .insertInto('answers')
      .values({ id: 'old', at: Date.now() - 181 * DAY, ...ANSWER })
      .execute();

    await copyOn(url);
    await delay(300);

    expect(await db.selectFrom('answers').select('id').execute()).toEqual([]);
  });
});

describe('the files of an embedded store', () => {
  it('belong to their owner alone, also those of an earlier version', async () => {
    const path = join(folder, 'modes.db');
    writeFileSync(path, '', { mode: 0o644 });
    const store = await copyOn(`file:${path}`);
    store.record(answer());
    await delay(300);

    const modes = ['', '-wal', '-shm'].map((end) => statSync(`${path}${end}`).mode & 0o777);

    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });

  it('hold no suggested question that was deleted', async () => {
    const path = join(folder, 'deleted-text.db');
    const connected = look(`file:${path}`);
    await migrate(connected.db);
    const row = { outcome: 'none', route: null, program: null, rules: 'abc' };
    const rows = Array.from({ length: 30 }, (_, at) => ({
      id: `q${at}`,
      at: Date.now() - 9 * DAY,
      text: `MARKED ${at} ${'x'.repeat(200)}`,
      ...row,
    }));
    await connected.db.insertInto('kept_texts').values(rows).execute();

    expect(await deleteOld(connected, 7)).toBe(30);

    const files = [path, `${path}-wal`].filter((file) => existsSync(file));
    const bytes = files.map((file) => readFileSync(file, 'latin1')).join('');
    expect(bytes).not.toContain('MARKED');
  });
});
