import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { PROJECT } from '../../scripts/freshness.mjs';
import { readQuestions } from './questions.mjs';
import { megabytes, millis, perSecond, row } from './row.mjs';
import { median } from './statistics.mjs';

const ASK = join(PROJECT, 'dist', 'cli', 'ask.js');
const PROBE = new URL('probe.mjs', import.meta.url).href;
const QUESTION = 'who answers a lead from a university?';

/**
 * The command line: one question as a whole process, and many as a stream.
 *
 * @param folder for files
 * @param form `asks`: how often one question is asked; `lines`: how many questions the stream holds
 */
export async function measureCommandLine(folder, { asks, lines }) {
  return [await measureAsk(asks), ...(await measureStream(folder, lines))];
}

async function measureAsk(asks) {
  const pairs = [];
  for (let round = 0; round < asks; round += 1) {
    pairs.push([await timeRun([ASK, QUESTION]), await timeRun(['-e', '0'])]);
  }
  const more = median(pairs.map(([ask, nothing]) => ask - nothing));
  return row('one ask, the whole process; node -e 0', {
    ours: millis(median(pairs.map(([ask]) => ask))),
    against: millis(median(pairs.map(([, nothing]) => nothing))),
    ratio: `+ ${millis(more)}`,
    value: more,
    most: 150,
    goal: '<= + 150 ms',
    absolute: true,
  });
}

async function timeRun(args) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  await endOf(child);
  return performance.now() - started;
}

async function endOf(child) {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`A command ended with status ${code}.`);
}

/** After so many lines V8 has made its heap as large as it wants it. */
const SETTLED = 50_000;

/** Some of the lines and all of them: the difference is what lines cost, without the start. */
async function measureStream(folder, all) {
  const few = Math.min(SETTLED, all / 2);
  const short = await stream(folder, few);
  const long = await stream(folder, all);
  const rate = (1e6 * (all - few)) / (long.cpu - short.cpu);
  const growth = long.maxRss / short.maxRss;
  return [
    row('ask --jsonl, questions a second of CPU time', {
      ours: perSecond(rate),
      value: rate,
      least: 10_000,
      goal: '>= 10,000',
      absolute: true,
    }),
    row(
      `ask --jsonl, most memory, ${all.toLocaleString('en')} lines; ${few.toLocaleString('en')} of them`,
      {
        ours: megabytes(long.maxRss),
        against: megabytes(short.maxRss),
        ratio: growth.toFixed(2),
        value: growth,
        most: 1.2,
        goal: 'flat: <= 1.2',
      },
    ),
  ];
}

/** What it used for so many lines: CPU time in microseconds, memory in bytes. */
async function stream(folder, lines) {
  const [input, used] = [join(folder, 'questions.jsonl'), join(folder, 'used.json')];
  await writeLines(input, lines);
  const from = openSync(input, 'r');
  const child = spawn(process.execPath, ['--import', PROBE, ASK, '--jsonl'], {
    env: { ...process.env, BENCH_USED_FILE: used },
    stdio: [from, 'ignore', 'inherit'],
  });
  closeSync(from);
  await endOf(child);
  return JSON.parse(readFileSync(used, 'utf8'));
}

async function writeLines(path, count) {
  const texts = readQuestions().map(({ id, text, surface }) =>
    JSON.stringify({ id, text, surface }),
  );
  const file = createWriteStream(path);
  for (let at = 0; at < count; at += 1) {
    if (!file.write(`${texts[at % texts.length]}\n`)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}
