import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { CACHE } from '../../src/loader/paths';
import { LiveRuleBook } from '../../src/loader/live-rule-book';
import { SMALL_BOOK } from '../rule-book/small-book';

let folder: string;
let seen: string[];
let rules: LiveRuleBook;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-in-use-'));
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

it('takes an edited answer without learning anew', async () => {
  edit('house/lamp.yml', 'The keeper trims it.', 'The mate trims it.');
  await rules.reload();

  expect(headlineOfLamp()).toBe('The mate trims it.');
  expect(seen).toEqual(['in force']);
});

it('answers from an edited file at once, and learns its examples meanwhile', async () => {
  const before = rules.current();
  edit('house/lamp.examples.yml', 'lamp oil is low', `the wick needs trimming ${Date.now()}`);
  const done = rules.reload();
  const meanwhile = rules.current();
  await done;

  expect(meanwhile.book.version).not.toBe(before.book.version);
  expect(rules.current().book.version).toBe(meanwhile.book.version);
  expect(rules.current().router).not.toBe(meanwhile.router);
  expect(seen).toEqual(['learning', 'in force']);
});

it('refuses a faulty edit with its place, and goes on with the rules before it', async () => {
  edit('house/lamp.yml', 'headline:', 'hedline:');
  await rules.reload();

  expect(headlineOfLamp()).toBe('The keeper trims it.');
  expect(rules.notes().join()).toMatch(/house\/lamp\.yml:4:1 .*hedline/);
  expect(seen).toEqual(['refused']);
});

it('takes the mended edit, and says no more of the fault', async () => {
  edit('house/lamp.yml', 'headline:', 'hedline:');
  await rules.reload();
  edit('house/lamp.yml', 'The keeper trims it.', 'The mate trims it.');
  await rules.reload();

  expect(headlineOfLamp()).toBe('The mate trims it.');
  expect(rules.notes()).toEqual([]);
});

it('takes the last of several edits that come while it learns', async () => {
  edit('house/lamp.examples.yml', 'lamp oil is low', `more wicks ${Date.now()}`);
  const first = rules.reload();
  edit('house/lamp.yml', 'The keeper trims it.', 'The mate trims it.');
  await Promise.all([first, rules.reload()]);

  expect(headlineOfLamp()).toBe('The mate trims it.');
  expect(rules.state.kind).toBe('in force');
});

it('keeps what it learns apart from the compiled code, which a full cache would push out', () => {
  expect(existsSync(CACHE)).toBe(true);
  expect(readdirSync(CACHE).filter((name) => !/^(?:book|weights)-/.test(name))).toEqual([]);
});
