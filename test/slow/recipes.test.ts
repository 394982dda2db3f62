import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isSeq, parseDocument } from 'yaml';
import { readRulesFolder } from '../../src/rule-book/read-folder';
import { readRecipes, type Step } from './read-recipes';

// An edit of the examples or the names causes retraining, which takes a while.
jest.setTimeout(240_000);

const ROOT = join(__dirname, '..', '..');
const RECIPES = readRecipes(readFileSync(join(ROOT, 'rules/README.md'), 'utf8'));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
/** Of so many examples one is kept. */
const KEPT = 12;
const folders: string[] = [];
let folder: string;

/** A copy of the rules in a repository of its own, on `main`. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  folders.push(folder);
  cpSync(join(ROOT, 'rules'), join(folder, 'rules'), { recursive: true });
  for (const { path, text } of readRulesFolder(join(folder, 'rules'))) {
    if (path.endsWith('.examples.yml')) writeFileSync(join(folder, 'rules', path), thin(text));
  }
  const author = ['-c', 'user.name=Keeper', '-c', 'user.email=keeper@example.com'];
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-C', folder, ...author, ...args], { stdio: 'ignore' });
  };
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Keep the rules');
});

afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true });
});

/** A part of the examples is learned in a part of the time, and the recipes read the same. */
function thin(text: string): string {
  const document = parseDocument(text);
  for (const list of ['examples', 'counter_examples']) {
    const node = document.get(list);
    if (isSeq(node)) node.items = node.items.filter((_, at) => at % KEPT === 0);
  }
  return document.toString({ lineWidth: 0 });
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, 'rules', file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`Nothing changed in ${file}.`);
  writeFileSync(path, changed);
}

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand once.`);
  return text.replace(from, to);
}

/** Runs what `npm run` runs, on the copy. */
async function run(command: string): Promise<{ code: number | null; out: string }> {
  const [, name = '', , args = ''] = /^npm run --silent (\S+)( -- (.*))?$/.exec(command) ?? [];
  const to = name === 'generate' ? ` --to ${folder}` : '';
  const script = `${scripts[name] ?? 'false'} --rules ${join(folder, 'rules')}${to} ${args}`;
  const child = spawn('sh', ['-c', script], { cwd: ROOT });
  let out = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (out += piece.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, out };
}

/** Carries out a step; of a command, gives what was to be seen and is not, and how it ended. */
async function carryOut(step: Step): Promise<Shortfall[]> {
  switch (step.kind) {
    case 'change':
      edit(step.file, (text) =>
        step.edits.reduce((now, [from, to]) => replaceOnce(now, from, to), text),
      );
      return [];
    case 'add':
      edit(step.file, (text) =>
        replaceOnce(text, `\n${step.below}\n`, `\n${step.below}\n${step.text}\n`),
      );
      return [];
    case 'write':
      writeFileSync(join(folder, 'rules', step.file), `${step.text}\n`);
      return [];
    case 'run': {
      const { code, out } = await run(step.command);
      const missing = step.sees.filter((seen) => !out.includes(seen));
      const { command } = step;
      return code === 0 && missing.length === 0 ? [] : [{ command, code, missing, out }];
    }
  }
}

interface Shortfall {
  readonly command: string;
  readonly code: number | null;
  readonly missing: readonly string[];
  readonly out: string;
}

describe('the recipes of rules/README.md', () => {
  it('are those that a program manager needs, in five steps each', () => {
    expect(RECIPES.map(({ title, steps }) => [title, steps.length])).toEqual([
      ['Add an example', 5],
      ['Change a mailbox', 5],
      ['Add a route', 5],
      ['Add a program', 5],
      ['Rename the team', 5],
    ]);
  });

  it.each(RECIPES)('$title', async ({ steps }) => {
    const shortfalls: Shortfall[] = [];

    for (const step of steps) shortfalls.push(...(await carryOut(step)));

    expect(shortfalls).toEqual([]);
  });
});
