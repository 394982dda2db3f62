import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CACHE } from '../../src/loader/paths';
import { LiveRuleBook } from '../../src/loader/live-rule-book';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { SMALL_BOOK } from '../rule-book/small-book';

let folder: string;
let seen: string[];
let rules: LiveRuleBook;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'live-rule-book-'));
  for (const [path, text] of Object.entries(SMALL_BOOK)) write(path, text);
  seen = [];
  rules = new LiveRuleBook(folder, { changed: ({ kind }) => seen.push(kind) });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function edit(path: string, from: string, to: string): void {
  write(path, (SMALL_BOOK[path] ?? '').replace(from, to));
}

function headlineOfLamp(): string | undefined {
  return rules.current().book.routes['lamp']?.headline;
}

/** The training processes that this one has started, and that still run. */
function trainers(): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('training-process.js'))
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === process.pid)
    .map(([pid = 0]) => pid);
}

/** An example that no test before this one has learned. */
function newExample(): string {
  return `the wick needs trimming ${Date.now()} ${Math.random()}`;
}

function addExample(text = newExample()): void {
  edit('house/lamp.examples.yml', 'lamp oil is low', text);
}

function addRoute(): void {
  write('house/rope.yml', (SMALL_BOOK['house/lamp.yml'] ?? '').replace('id: lamp', 'id: rope'));
  write('house/rope.examples.yml', `examples: [who coils the rope ${newExample()}]\n`);
}

const EDITED = 'The edited answers are in force. The router still learns the edited examples.';

it('takes an edited answer without training', async () => {
  edit('house/lamp.yml', 'The keeper trims it.', 'The mate trims it.');
  await rules.reload();

  expect(headlineOfLamp()).toBe('The mate trims it.');
  expect(seen).toEqual(['in force']);
});

it('answers from an edited file at once, and learns its examples meanwhile', async () => {
  const before = rules.current();
  addExample();
  const done = rules.reload();
  const meanwhile = rules.current();
  await done;

  expect(meanwhile.book.version).not.toBe(before.book.version);
  expect(rules.current().book.version).toBe(meanwhile.book.version);
  expect(rules.current().router).not.toBe(meanwhile.router);
  expect(seen).toEqual(['learning', 'in force']);
});

it('refuses a faulty edit with its place, and keeps the rules before it in force', async () => {
  edit('house/lamp.yml', 'headline:', 'hedline:');
  await rules.reload();

  expect(headlineOfLamp()).toBe('The keeper trims it.');
  expect(rules.notes().join()).toMatch(
    /^The last edit of the rules is refused\. The rules before it stay in force\. [^]*house\/lamp\.yml:4:1 .*hedline/,
  );
  expect(seen).toEqual(['refused']);
});

it('takes the edit once its fault is mended', async () => {
  edit('house/lamp.yml', 'headline:', 'hedline:');
  await rules.reload();
  edit('house/lamp.yml', 'The keeper trims it.', 'The mate trims it.');
  await rules.reload();

  expect(headlineOfLamp()).toBe('The mate trims it.');
  expect(rules.notes()).toEqual([]);
});

it('takes the last of several edits that come while it learns', async () => {
  addExample();
  const first = rules.reload();
  edit('house/lamp.yml', 'The keeper trims it.', 'The mate trims it.');
  await Promise.all([first, rules.reload()]);

  expect(headlineOfLamp()).toBe('The mate trims it.');
  expect(rules.state.kind).toBe('in force');
});

describe('while it learns', () => {
  it('says that the edited answers are in force', async () => {
    addExample();
    const done = rules.reload();

    expect(rules.notes()).toEqual([EDITED]);
    await done;
    expect(rules.notes()).toEqual([]);
  });

  it('keeps the rules before a new route in force, and says so', async () => {
    const before = rules.current();
    addRoute();
    const done = rules.reload();

    expect(rules.current()).toBe(before);
    expect(rules.notes()).toEqual([
      'The rules before the last edit are in force until the router has learned the edited examples.',
    ]);
    await done;
    expect(Object.keys(rules.current().book.routes)).toEqual(['boat', 'lamp', 'rope']);
  });

  it('takes an edited answer at once, and goes on with the same training', async () => {
    addExample();
    const done = rules.reload();
    const [trainer] = trainers();
    edit('house/lamp.yml', 'The keeper trims it.', 'The mate trims it.');
    const again = rules.reload();

    expect(headlineOfLamp()).toBe('The mate trims it.');
    expect(trainers()).toEqual([trainer]);
    await Promise.all([done, again]);
    expect(headlineOfLamp()).toBe('The mate trims it.');
    expect(seen).toEqual(['learning', 'learning', 'in force']);
  });

  it('still names the fault of a later edit once it has learned', async () => {
    addExample();
    const done = rules.reload();
    const { router } = rules.current();
    edit('house/lamp.yml', 'headline:', 'hedline:');
    await Promise.all([done, rules.reload()]);

    expect(rules.current().router).not.toBe(router);
    expect(rules.state.kind).toBe('refused');
    expect(rules.notes().join()).toContain('hedline');
  });
});

describe('where the model cannot be kept', () => {
  it.each(['guide.yml', 'guide.yml/models'])('learns without it: %s', async (path) => {
    const cache = join(folder, path);
    const told: string[] = [];
    rules = new LiveRuleBook(folder, { cache, tell: (sentence) => told.push(sentence) });
    const text = newExample();
    const before = rules.current().router.route(text);
    addExample(text);
    await rules.reload();
    const after = rules.current().router.route(text);

    expect(rules.state.kind).toBe('in force');
    expect(rules.notes()).toEqual([]);
    expect(after).not.toEqual(before);
    expect(after).toEqual(openRuleBook(folder).router.route(text));
    expect(told).toEqual([
      expect.stringMatching(
        /^The model could not be kept in .*guide\.yml\S* \(E[A-Z]+\), so the next start trains again\./,
      ),
    ]);
  });

  it('says so at a start that trains, too', () => {
    const told: string[] = [];
    addExample();
    rules = new LiveRuleBook(folder, {
      cache: join(folder, 'guide.yml', 'models'),
      tell: (sentence) => told.push(sentence),
    });

    expect(told).toEqual([
      expect.stringMatching(/^Training the router/),
      expect.stringMatching(/^The model could not be kept/),
    ]);
  });
});

it('keeps the model in the folder it is told, and finds it there', async () => {
  const cache = join(folder, 'models');
  addExample();
  rules = new LiveRuleBook(folder, { cache });
  const told: string[] = [];
  rules = new LiveRuleBook(folder, { cache, tell: (sentence) => told.push(sentence) });

  expect(readdirSync(cache).map((name) => name.replace(/-.*/, ''))).toEqual(['book', 'weights']);
  expect(told).toEqual([]);
  await rules.reload();
});

describe('a training that fails', () => {
  /** Ends the training process as a kernel does that is out of memory. */
  async function failToLearn(): Promise<void> {
    const done = rules.reload();
    for (const trainer of trainers()) process.kill(trainer, 'SIGKILL');
    await done;
  }

  it('leaves the edited answers in force, and says why', async () => {
    addExample();
    await failToLearn();

    expect(seen).toEqual(['learning', 'refused']);
    expect(rules.notes()).toEqual([
      'The edited answers are in force, but the router could not learn the edited examples. The training failed. Its process ended with SIGKILL.',
    ]);
  });

  it('leaves the rules before a new route in force, and says why', async () => {
    addRoute();
    await failToLearn();

    expect(Object.keys(rules.current().book.routes)).toEqual(['boat', 'lamp']);
    expect(rules.notes()).toEqual([
      'The last edit of the rules is refused. The rules before it stay in force. The training failed. Its process ended with SIGKILL.',
    ]);
  });

  it('is tried again at the next reload', async () => {
    addExample();
    await failToLearn();
    await rules.reload();

    expect(rules.state.kind).toBe('in force');
  });
});

it('keeps what it learns apart from the compiled code, which a full cache would push out', () => {
  expect(existsSync(CACHE)).toBe(true);
  expect(readdirSync(CACHE).filter((name) => !/^(?:book|weights)-/.test(name))).toEqual([]);
});
