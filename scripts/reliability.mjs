// Runs the long forms of the reliability trials, and writes docs/reliability.md with what they measured.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';

const PROJECT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'reliability-'));
const file = join(folder, 'figures.jsonl');
writeFileSync(file, '');
const {
  SOAK_SECONDS = '60',
  SOAK_RATE = '200',
  FUZZ_AMOUNT = '5000',
  MENTIONS = '2000',
} = process.env;

const trials = jest('--selectProjects', 'reliability');
// Three copies that die while so many people ask, on a real PostgreSQL; docs/run.md says what holds.
const copies = jest('--selectProjects', 'database', '--testPathPatterns', 'many-copies');
const figures = Object.fromEntries(
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ trial, figures: own }) => [trial, own]),
);
rmSync(folder, { recursive: true });
if (trials !== 0 || copies !== 0) {
  process.stderr.write('A trial failed; docs/reliability.md is left as it was.\n');
  process.exit(1);
}
writeFileSync(join(PROJECT, 'docs', 'reliability.md'), page(figures));
await install(['tools']);
spawnSync(
  process.execPath,
  [
    join(PROJECT, 'tools', 'node_modules', 'prettier', 'bin', 'prettier.cjs'),
    '--write',
    'docs/reliability.md',
  ],
  { cwd: PROJECT },
);

/** Runs tests of the long forms one after the other, and gives the exit status. */
function jest(...args) {
  const program = join(PROJECT, 'test', 'node_modules', 'jest', 'bin', 'jest.js');
  const long = { SOAK_SECONDS, SOAK_RATE, FUZZ_AMOUNT, MENTIONS, RELIABILITY_FIGURES: file };
  const { status } = spawnSync(process.execPath, [program, '--runInBand', ...args], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, ...long },
  });
  return status;
}

function page({ soak, burst, stop, ...fuzz }) {
  const number = (value) => Number(value).toLocaleString('en');
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const fuzzRows = Object.values(fuzz).map(
    ({ transport, kinds, sent, unanswered, deaths, seed, memory: [before, after] }) =>
      `| ${transport} | ${kinds} | ${number(sent)} | ${transport === 'http' ? unanswered : ''} | ${deaths} | ${megabytes(before.heapUsed)} | ${megabytes(after.heapUsed)} | ${seed} |`,
  );
  const loadRow = (name, one) =>
    `| ${name} | ${number(one.sent)} | ${number(one.answered)} | ${number(one.turnedAway)} | ${number(one.cut)} | ${one.lost} | ${one.p50} ms | ${one.p99} ms |`;
  return `# Reliability

Written by \`npm run reliability\`, which runs these trials on your own machine against the bot as it is compiled, with its
embedded store and a local Slack; \`npm test\` runs short forms of them. This page: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node
${process.version}, ${new Date().toISOString().slice(0, 10)}.

## Load

| trial | asked | answered | rejected | refused connections | lost | p50 | p99 |
| --- | --- | --- | --- | --- | --- | --- | --- |
${loadRow(`${SOAK_RATE} questions a second, ${SOAK_SECONDS} seconds`, soak)}
${loadRow('3,000 a second, 2 seconds', burst)}
${loadRow('SIGTERM at 300 a second', stop)}

Questions are sent by the clock, each by another person. Rejected: the person reads that the bot has more questions than
it can answer, or is restarting. Lost: acknowledged without an answer. Live memory before the first trial was
${megabytes(soak.before.heapUsed)}, after it ${megabytes(soak.after.heapUsed)}.

## Changed payloads

| transport | kinds | sent | without an answer | deaths | live memory before | after | seed |
| --- | --- | --- | --- | --- | --- | --- | --- |
${fuzzRows.join('\n')}

Every kind of payload that Slack sends, with fields left out, replaced, copied, nested deep and filled with nonsense, signed.
After each 25 the bot answers an ordinary question. \`FUZZ_SEED=1 npm run reliability\` takes other changes, and a failure
prints the seed and the path that show it again.

## What else is tried

\`test/reliability\` also sends bodies that are not an object, cut short, slow, too large, unsigned, wrongly signed, old or from the
future; lets Slack's API fail in every way on every surface, and looks at what people read; and sends marked secrets and
letters through every surface and every failure, at the most talkative log level, and looks for them in logs, files, store and
connections.
`;
}
