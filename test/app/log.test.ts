import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const OPEN_LOG = join(__dirname, '..', '..', 'dist', 'log', 'open-log.js');

/** The sentences that a program of its own logs. */
function sentencesOf(program: string): string[] {
  const script = `const log = require(${JSON.stringify(OPEN_LOG)}).openLog('info'); ${program}`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const lines = stdout.split('\n').slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
}

it('lines come out in their order, also those of the turn in which the process ends', () => {
  expect(
    sentencesOf(`
      log.info('one');
      log.warn('two');
      setTimeout(() => { log.info('three'); log.fatal('four'); log.info('five'); process.exit(1); }, 10);
    `),
  ).toEqual(['one', 'two', 'three', 'four', 'five']);
});

it('a line of an idle process does not wait for the next one', () => {
  expect(
    sentencesOf(`
      log.info('one');
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);
    `),
  ).toEqual(['one']);
});

it('more than fits in one piece comes out whole', () => {
  const many = sentencesOf(`for (let at = 0; at < 5000; at += 1) log.info('line ' + at);`);

  expect(many).toHaveLength(5000);
  expect(many.at(-1)).toBe('line 4999');
});
