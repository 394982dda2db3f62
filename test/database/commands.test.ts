import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import Database from 'libsql';
import { pino } from 'pino';
import { parse, parseAllDocuments } from 'yaml';
import { migrate } from '../../src/store/database/migrate';
import { openStore } from '../../src/store/open-store';
import type { UsageEvent } from '../../src/store/usage-event';
import { runCli } from '../cli/run-cli';
import { lookInto } from './look-into';
import { TestPostgres } from './test-postgres';

const folder = mkdtempSync(join(tmpdir(), 'program-route-commands-'));
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await TestPostgres.start();
});
afterAll(async () => {
  await postgres.end();
  rmSync(folder, { recursive: true, force: true });
});

const REST = { program: null, confidence: 0.5, rules: 'abc', ms: 1 } as const;
const HAPPENED: readonly UsageEvent[] = [
  ...['renewal-request', 'renewal-request', 'add-on'].map((route): UsageEvent => {
    const topic = route === 'add-on' ? 'features' : 'renewal';
    return {
      kind: 'answer',
      row: { ...REST, surface: 'command', outcome: 'answer', route, topic },
    };
  }),
  {
    kind: 'answer',
    row: { ...REST, surface: 'mention', outcome: 'none', route: null, topic: null },
  },
  { kind: 'vote', by: ['a'], row: { route: 'add-on', program: null, rules: 'abc', helped: 0 } },
  { kind: 'handed', row: { channel: 'C1', ts: '1.1', link: 'https://example.slack.com/p11' } },
  ...[
    { text: 'Kann ich das  verlängern?', outcome: 'answer', route: 'renewal-request' },
    { text: 'kann ich das verlängern?', outcome: 'answer', route: 'renewal-request' },
    { text: "what: about #hash & 'quotes'", outcome: 'answer', route: 'renewal-request' },
    { text: 'how do oss members renew', outcome: 'none', route: null },
    { text: 'is there a museum discount', outcome: 'none', route: null },
  ].map((row): UsageEvent => ({ kind: 'text', row: { ...row, program: null, rules: 'abc' } })),
];

const DATABASES = [
  { name: 'PostgreSQL', fresh: () => postgres.fresh() },
  { name: 'a file', fresh: () => Promise.resolve(`file:${join(folder, 'store.db')}`) },
];

describe.each(DATABASES)('the commands on $name', ({ fresh }) => {
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const databaseUrl = await fresh();
    environment = { DATABASE_URL: databaseUrl };
    const options = { log: pino({ level: 'silent' }), secret: 'shared' };
    const store = openStore({ databaseUrl, retentionDays: 180 }, options);
    await store.opened(5000);
    HAPPENED.forEach((one) => {
      store.record(one);
    });
    await store.stop(5000);
  });

  it('report as JSON, with numbers that add up', async () => {
    const { code, out } = await runCli('report', ['--json', '--days', '3'], { environment });
    const { days, current } = JSON.parse(out) as {
      days: number;
      current: Record<string, number> & Record<'byTopic' | 'byProgram', { count: number }[]>;
    };

    expect(code).toBe(0);
    expect(days).toBe(3);
    expect(current).toMatchObject({ questions: 4, answered: 3, askedBack: 0, notKnown: 1 });
    for (const counts of [current.byTopic, current.byProgram]) {
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    }
  });

  it('report as a table', async () => {
    const { code, out, err } = await runCli('report', [], { environment });

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^The last 7 days/);
    expect(out).toMatch(/^ {2}answered, 75 % +3 +0$/m);
    expect(out).toMatch(/^ {2}add-on +1 not helpful, 0 not what was asked, 0 helpful, 1 answers$/m);
    expect(out).toContain('https://example.slack.com/p11');
  });

  it('list what the rules lack as YAML, and nothing that they have', async () => {
    const { code, out, err } = await runCli('gaps', [], { environment });
    const documents = parseAllDocuments(out).map((one) => {
      const { examples } = one.toJS() as { examples: string[] };
      return examples.map((text) => text.toLowerCase().replace('  ', ' ')).sort();
    });

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# Review for names before you commit\.\n/);
    expect(documents).toEqual([
      ['kann ich das verlängern?', "what: about #hash & 'quotes'"],
      ['is there a museum discount'],
    ]);
    expect(out).toContain('# 2 texts: answered with rules/renewal/renewal-request.yml');
  });
});

describe('a command and the tables of another version', () => {
  it.each(DATABASES)('changes nothing where tables are missing in $name', async ({ fresh }) => {
    const url = (await fresh()).replace('store.db', 'older.db');
    const { db } = lookInto(url);
    await sql`create table first (id text)`.execute(db);

    const { code, out, err } = await runCli('report', [], { environment: { DATABASE_URL: url } });
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    await db.destroy();

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^The tables of the store are older than this version: 0001-first-tables is/,
    );
    expect(tables).toEqual(['first']);
  });

  it.each(DATABASES)('reads what a newer version made in $name', async ({ fresh }) => {
    const url = (await fresh()).replace('store.db', 'newer.db');
    const { db } = lookInto(url);
    await migrate(db);
    await sql`insert into kysely_migration (name, timestamp) values ('0009-later', '')`.execute(db);
    await db.destroy();

    const { code, err } = await runCli('report', [], { environment: { DATABASE_URL: url } });

    expect(code).toBe(0);
    expect(err).toMatch(/^The tables of the store are newer .* does not know 0009-later\./);
  });

  it('reads a file that may only be read, and leaves its permissions alone', async () => {
    const path = join(folder, 'bytes.db');
    const { db } = lookInto(`file:${path}`);
    await migrate(db);
    await db.destroy();
    chmodSync(path, 0o444);

    const { code, err } = await runCli('report', [], {
      environment: { DATABASE_URL: `file:${path}` },
    });

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(statSync(path).mode & 0o777).toBe(0o444);
  });
});

describe('a command whose store is away', () => {
  it.each(['report', 'gaps'])('%s says what to check, without the address', async (name) => {
    const environment = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' };

    const { code, out, err } = await runCli(name, [], { environment });

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^The store cannot be read \(ECONNREFUSED\)\. .* check host and port in DATABASE_URL\.\n$/,
    );
  });

  it.each([
    { what: 'is locked', make: lockedFile, sentence: '(SQLITE_BUSY). Another process has locked' },
    { what: 'is a folder', make: folderInstead, sentence: '(SQLITE_CANTOPEN). The file of the st' },
    { what: 'is no database', make: letterInstead, sentence: '(SQLITE_NOTADB). The file of the' },
  ])('says in a sentence that the file $what', async ({ make, sentence }) => {
    const { path, end } = make();

    const { code, out, err } = await runCli('report', [], {
      environment: { DATABASE_URL: `file:${path}` },
    });
    end?.();

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^The store cannot be read .*\.\n$/);
    expect(err).toContain(sentence);
  });

  it.each(['0', '1.5', 'week'])('report refuses %j days', async (days) => {
    expect((await runCli('report', ['--days', days])).code).toBe(2);
  });

  it('lists nothing where there is no store yet, and makes none', async () => {
    const path = join(folder, 'none', 'empty.db');
    const environment = { DATABASE_URL: `file:${path}` };

    const gaps = await runCli('gaps', [], { environment });
    const report = await runCli('report', ['--json'], { environment });

    expect([gaps.code, report.code]).toEqual([0, 0]);
    expect(parse(gaps.out)).toBeNull();
    expect(JSON.parse(report.out)).toMatchObject({ days: 7, current: { questions: 0, worst: [] } });
    expect(report.err).toMatch(/^There is no store at DATABASE_URL yet\./);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

interface Unusable {
  readonly path: string;
  readonly end?: () => void;
}

function lockedFile(): Unusable {
  const path = join(folder, 'locked.db');
  const other = new Database(path);
  other.exec('begin exclusive');
  return { path, end: () => other.close() };
}

function folderInstead(): Unusable {
  const path = join(folder, 'folder.db');
  mkdirSync(path);
  return { path };
}

function letterInstead(): Unusable {
  const path = join(folder, 'letter.db');
  writeFileSync(path, 'This is a letter, not a database.'.repeat(200));
  return { path };
}
