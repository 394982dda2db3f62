import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadRules } from '../src/rule-book/load';
import { COMMAND, LEAD_SHORTCUT } from '../src/slack/names';

const ROOT = join(__dirname, '..');
const { book } = loadRules(join(ROOT, 'rules'));
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, lines: readFileSync(join(ROOT, 'src', name), 'utf8').split('\n') }));

/** Where a text stands in `src`, as `file:line`, in any case of letters. */
function placesOf(pattern: RegExp): string[] {
  return SOURCES.flatMap(({ name, lines }) =>
    lines.flatMap((line, at) => (pattern.test(line) ? [`${name}:${at + 1}`] : [])),
  );
}

/** A name as a word of its own. */
function asWord(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i');
}

/** An id that is a plain English word is looked for where code would compare with it: in quotes. */
function asId(id: string): RegExp {
  return id.includes('-') ? asWord(id) : new RegExp(`['"\`]${id}['"\`]`);
}

const NAMES = [
  ...book.programs.map(({ name }) => name),
  ...Object.values(book.destinations).map((one) => (one.kind === 'page' ? one.title : one.value)),
  ...Object.values(book.destinations).flatMap((one) => ('url' in one && one.url ? [one.url] : [])),
  ...Object.values(book.names),
  book.team.name,
  ...book.team.oldNames,
  book.guide.app?.name ?? '',
].filter((name) => name !== '');

const IDS = [
  ...Object.keys(book.routes),
  ...Object.keys(book.outOfScope),
  ...Object.keys(book.destinations),
];

describe('another team can use the code as it is: nothing in src/ names', () => {
  it('the company', () => {
    expect(placesOf(/gitlab/i)).toEqual([]);
  });

  it.each([...new Set(NAMES)])('%s', (name) => {
    expect(placesOf(asWord(name))).toEqual([]);
  });

  it.each(book.programs.map(({ id }) => id))('the program %s', (id) => {
    expect(placesOf(asWord(id))).toEqual([]);
  });

  it.each([...new Set(IDS)])('the id %s', (id) => {
    expect(placesOf(asId(id))).toEqual([]);
  });

  it('a mailbox of any kind', () => {
    expect(placesOf(/[a-z0-9.]+@(?!example\.)[a-z0-9-]+\.[a-z]{2,}/i)).toEqual([]);
  });
});

describe('the command and the callback id stand once', () => {
  it.each([
    [COMMAND, new RegExp(`(?<!\\w)${COMMAND}(?![\\w.-])`)],
    [LEAD_SHORTCUT, new RegExp(LEAD_SHORTCUT)],
  ])('%s, in src/slack/names.ts', (_, pattern) => {
    expect(placesOf(pattern)).toHaveLength(1);
    expect(placesOf(pattern)[0]).toMatch(/^slack\/names\.ts:/);
  });
});
