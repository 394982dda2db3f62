import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { pino } from 'pino';
import { parse, parseAllDocuments } from 'yaml';
import { openStore } from '../../src/store/open-store';
import type { UsageEvent } from '../../src/store/usage-event';
import { runCli } from '../cli/run-cli';
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

describe('a command whose store is away', () => {
  it.each(['report', 'gaps'])('%s says what to check, without the address', async (name) => {
    const environment = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' };

    const { code, out, err } = await runCli(name, [], { environment });

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe('The store cannot be read (ECONNREFUSED). Check DATABASE_URL.\n');
  });

  it.each([
    { what: 'is locked', make: lockedFile, sentence: '(SQLITE_BUSY). Another process has locked' },
    { what: 'is a folder', make: folderInstead, sentence: '(SQLITE_CANTOPEN). The file of the st' },
    { what: 'is no database', make: letterInstead, sentence: '(SQLITE_NOTADB). The file of the' },
    { what: 'may only be read', make: readOnlyFile, sentence: '(SQLITE_READONLY). The file of t' },
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

  it('lists nothing where no text was given', async () => {
    const environment = { DATABASE_URL: `file:${join(folder, 'empty.db')}` };

    const { code, out } = await runCli('gaps', [], { environment });

    expect(code).toBe(0);
    expect(parse(out)).toBeNull();
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

/** Permissions stop no root: here the file itself asks to be read only, by its version for writers. */
function readOnlyFile(): Unusable {
  const path = join(folder, 'read-only.db');
  const database = new Database(path);
  database.exec('create table first (id text)');
  database.close();
  const bytes = readFileSync(path);
  // https://www.sqlite.org/fileformat.html#file_format_version_numbers
  bytes[18] = 3;
  writeFileSync(path, bytes);
  return { path };
}
