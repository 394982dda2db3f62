import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const BENCH = join(__dirname, '..', '..', 'bench', 'accuracy.mjs');

it('the bench of accuracy puts a peer beside the router', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    BENCH,
    ...['--peer', 'nlp.js', '--examples', '300'],
  ]);

  const scores = String.raw`(?: \| [\d.]+){10} \|`;
  expect(stdout).toMatch(
    new RegExp(String.raw`^\| Program Route${scores}\n\| nlp\.js${scores}\n`, 'm'),
  );
});
