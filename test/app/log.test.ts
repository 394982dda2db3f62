import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const OPEN_LOG = join(__dirname, '..', '..', 'dist', 'log', 'open-log.js');

/** The lines that a program of its own logs, as objects. */
function linesOf(program: string): Record<string, unknown>[] {
  const script = `const log = require(${JSON.stringify(OPEN_LOG)}).openLog('info'); ${program}`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const lines = stdout.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The sentences that a program of its own logs. */
function sentencesOf(program: string): unknown[] {
  return linesOf(program).map(({ msg }) => msg);
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

it('what nobody reads waits up to a bound, is dropped beyond it, and holds no exit up', async () => {
  const script = `
    const { LogOutput } = require(${JSON.stringify(join(OPEN_LOG, '..', 'log-output.js'))});
    const output = new LogOutput();
    for (let at = 0; at < 20000; at += 1) output.write('x'.repeat(99) + '\\n');
    process.stderr.write(output.notes().join());
    process.exit(3);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let notes = '';
  child.stderr.on('data', (data: Buffer) => (notes += data.toString()));

  const [code] = (await once(child, 'exit')) as [number | null];

  expect(code).toBe(3);
  expect(notes).toMatch(/^nobody reads the log \(EAGAIN\); \d{4} lines of the log were dropped$/);
});

it('shows reasons and hints of our own as they are, and no other text', () => {
  const [line] = linesOf(`
    log.info({ reason: 'cut short', hint: 'Look under "Basic Information".', text: 'who renews us' }, 'x');
  `);

  expect(line).toMatchObject({
    reason: 'cut short',
    hint: 'Look under "Basic Information".',
    text: '[not shown]',
  });
});
