import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RulesDifference } from '../../src/tools/rules-diff/markdown';
import { SMALL_BOOK } from '../rule-book/small-book';
import { type Ran, runCli } from './run-cli';

// Each command is a process of its own that reads all rules.
let folder: string;
let rules: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
  write(path, text.replace(from, to));
}

function git(...args: readonly string[]): void {
  const author = ['-c', 'user.name=Keeper', '-c', 'user.email=keeper@example.com'];
  execFileSync('git', ['-C', folder, ...author, ...args], { stdio: 'ignore' });
}

function question(id: string, text: string, route: string | null): string {
  const outcome = route === null ? 'none' : 'answer';
  return `${JSON.stringify({ id, surface: 'slash', text, route, program: null, outcome })}\n`;
}

function diff(...args: readonly string[]): Promise<Ran> {
  return runCli('rules-diff', ['--base', 'main', '--rules', rules, ...args]);
}

async function difference(): Promise<RulesDifference> {
  return JSON.parse((await diff('--json')).out) as RulesDifference;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
  rules = join(folder, 'rules');
  for (const [path, text] of Object.entries(SMALL_BOOK)) write(`rules/${path}`, text);
  write('eval/questions.jsonl', question('q1', 'where is the anchor | chain', 'boat'));
  write('eval/unseen.jsonl', question('u1', 'anchor chain tangled up', 'boat'));
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Keep the rules');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('rules:diff', () => {
  it('says that nothing changed', async () => {
    const { code, out } = await diff();

    expect(code).toBe(0);
    expect(out).toContain('The rules are the same as in `main`.');
    expect(out).toContain('now wrong 0, now right 0,');
    expect(out).not.toContain('###');
  });

  it('shows a reply before and after, side by side, and routes as before', async () => {
    edit('rules/house/lamp.yml', 'The keeper trims it.', 'The *keeper* trims it | daily.');

    const { code, out } = await diff();

    expect(code).toBe(0);
    expect(out).toContain(
      '#### lamp\n\n|  | before | after |\n| --- | --- | --- |\n' +
        '| Answer | `The keeper trims it.` | `The *keeper* trims it \\| daily.` |',
    );
    expect(out).toContain('now wrong 0, now right 0,');
    expect(out).toContain('Changed replies: 1');
  });

  it('follows a name to every reply', async () => {
    edit('rules/destinations.yml', "value: '#desk'", "value: '#front-desk'");

    const { texts } = await difference();

    expect(texts).toContainEqual({
      of: { kind: 'route', id: 'boat' },
      part: 'Do',
      programs: [],
      before: 'Tell the crew, in #desk.',
      after: 'Tell the crew, in #front-desk.',
    });
    expect(texts).toContainEqual(
      expect.objectContaining({ of: { kind: 'out-of-scope', id: null }, part: 'Contact' }),
    );
  });

  it('shows the effect of an example on the questions, without held-out texts', async () => {
    edit(
      'rules/house/boat.examples.yml',
      'examples:\n',
      'examples:\n  - the anchor chain is stuck\n  - where is the anchor and its chain\n  - paint the anchor chain\n',
    );

    const { out } = await diff();
    const { changes, tallies } = await difference();

    expect(out).toContain('### Now right: ');
    expect(out).toMatch(/\| `where is the anchor \\\| chain` \| `boat` \| `.*` \| `boat` \|/);
    expect(out).toContain('| `u1` (held out) | `boat` |');
    expect(out).not.toContain('tangled');
    expect(changes.find(({ id }) => id === 'u1')).toMatchObject({ text: null, kind: 'now right' });
    expect(tallies).toMatchObject([
      { origin: 'question', count: 2, after: { right: 2 } },
      { origin: 'example', count: 13 },
    ]);
  });

  it('tells of a label that moved', async () => {
    edit('rules/house/boat.examples.yml', '  - oars are missing\n', '');
    edit('rules/house/lamp.examples.yml', 'examples:\n', 'examples:\n  - oars are missing\n');

    const { changes } = await difference();

    expect(changes.find(({ text }) => text === 'oars are missing')).toMatchObject({
      id: 'rules/house/lamp.examples.yml:2',
      wanted: 'lamp',
      kind: 'now right',
    });
  });

  it('shows a new route whole, and one that went', async () => {
    const moved = (text: string): string => text.replaceAll('boat', 'ship');
    write('rules/house/ship.yml', moved(SMALL_BOOK['house/boat.yml'] ?? ''));
    write('rules/house/ship.examples.yml', SMALL_BOOK['house/boat.examples.yml'] ?? '');
    rmSync(join(rules, 'house/boat.yml'));
    rmSync(join(rules, 'house/boat.examples.yml'));

    const { texts } = await difference();

    const answer = { part: 'Answer', programs: [] };
    expect(texts).toContainEqual({
      ...answer,
      of: { kind: 'route', id: 'ship' },
      before: '',
      after: 'The crew rows it.',
    });
    expect(texts).toContainEqual({
      ...answer,
      of: { kind: 'route', id: 'boat' },
      before: 'The crew rows it.',
      after: '',
    });
  });
});

describe('rules:diff says plainly', () => {
  it('that there is no such revision', async () => {
    const { code, out, err } = await runCli('rules-diff', ['--base', '--all', '--rules', rules]);
    const unknown = await runCli('rules-diff', ['--base', 'mian', '--rules', rules]);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: ');
    expect(unknown.code).toBe(1);
    expect(unknown.err).toMatch(/^Unknown revision "mian"\. Specify a branch, a tag or/);
  });

  it('that there is no git repository', async () => {
    rmSync(join(folder, '.git'), { recursive: true });

    const { code, err } = await diff();

    expect(code).toBe(1);
    expect(err).toBe(
      `"${rules}" is not in a git repository, so there is nothing to compare with.\n`,
    );
  });

  it('that there were no rules then', async () => {
    write('other/guide.yml', '');

    const { code, err } = await runCli('rules-diff', [
      '--base',
      'main',
      '--rules',
      join(folder, 'other'),
    ]);

    expect(code).toBe(1);
    expect(err).toContain('The revision "main" has no rules in');
  });

  it('which of the two books has a fault, and where', async () => {
    edit('rules/house/lamp.yml', 'headline:', 'headlin:');
    const fresh = await diff();
    git('commit', '--quiet', '--all', '--message', 'Break a rule');
    edit('rules/house/lamp.yml', 'headlin:', 'headline:');
    const old = await diff();

    expect(fresh.code).toBe(1);
    expect(fresh.err).toMatch(/^rules\/house\/lamp\.yml:4:1 unknown-field: "headlin"/m);
    expect(old.code).toBe(1);
    expect(old.err).toMatch(/^rules@main\/house\/lamp\.yml:4:1 unknown-field: "headlin"/m);
  });

  it('that --base is needed', async () => {
    const { code, err } = await runCli('rules-diff', []);

    expect(code).toBe(2);
    expect(err).toContain('Specify --base');
  });
});
