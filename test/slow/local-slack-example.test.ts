import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..', '..');
const PACKAGE = join(ROOT, 'packages', 'local-slack');
const EXAMPLE = join(PACKAGE, 'example', 'greeting.test.mjs');

it("the example of local-slack's README is the one that runs", () => {
  const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');

  expect(readme).toContain(readFileSync(EXAMPLE, 'utf8'));
});

it('local-slack builds by itself and tests a plain Bolt app', () => {
  const node = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, { cwd: PACKAGE, encoding: 'utf8', timeout: 200_000 });

  const build = node(join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.');
  const example = node('--test', EXAMPLE);

  expect([build.stdout, build.status]).toEqual(['', 0]);
  expect(example.stdout).toContain('# pass 3');
  expect(example.status).toBe(0);
}, 420_000);
