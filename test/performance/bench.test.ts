import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const PROJECT = join(__dirname, '..', '..');

test('no ratio of the short bench is four times off its goal', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, 'bench', 'speed.mjs'), '--quick'],
    { cwd: PROJECT, encoding: 'utf8' },
  );

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('| CPU a request, no store; a bare Bolt app');
}, 180_000);
