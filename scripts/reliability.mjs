// Runs the long forms of the reliability tests, and writes the results to docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'reliability-'));
const file = join(folder, 'figures.jsonl');
writeFileSync(file, '');
const { SOAK_SECONDS = '60', FUZZ_AMOUNT = '5000' } = process.env;

const run = spawnSync(
  process.execPath,
  [
    join(PROJECT, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    'reliability',
    '--runInBand',
  ],
  {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, SOAK_SECONDS, FUZZ_AMOUNT, RELIABILITY_FIGURES: file },
  },
);
const figures = Object.fromEntries(
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ trial, figures: own }) => [trial, own]),
);
rmSync(folder, { recursive: true });
if (run.status !== 0) {
  process.stderr.write('A test failed. docs/reliability.md was not changed.\n');
  process.exit(1);
}
writeFileSync(join(PROJECT, 'docs', 'reliability.md'), page(figures));
spawnSync(
  process.execPath,
  [
    join(PROJECT, 'node_modules', 'prettier', 'bin', 'prettier.cjs'),
    '--write',
    'docs/reliability.md',
  ],
  { cwd: PROJECT },
);

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

\`npm run reliability\` runs these tests on your machine and writes this page. The tests use the compiled bot with its embedded
store and a local Slack. \`npm test\` runs short forms of them.

The figures are from ${new Date().toISOString().slice(0, 10)}: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.version}.

## Load

| Test | Asked | Answered | Rejected | Refused connections | Lost | p50 | p99 |
| --- | --- | --- | --- | --- | --- | --- | --- |
${loadRow(`200 questions a second, ${SOAK_SECONDS} seconds`, soak)}
${loadRow('3,000 a second, 2 seconds', burst)}
${loadRow('SIGTERM at 300 a second', stop)}

The test sends questions at a fixed rate, each from a different person.

- **Rejected**: the person reads that the bot has too many questions or is restarting.
- **Lost**: the bot acknowledged the question but did not answer it.

Live memory was ${megabytes(soak.before.heapUsed)} before the first test and ${megabytes(soak.after.heapUsed)} after it.

## Changed payloads

| Transport | Kinds | Sent | Without an answer | Crashes | Live memory before | After | Seed |
| --- | --- | --- | --- | --- | --- | --- | --- |
${fuzzRows.join('\n')}

The test signs and sends every kind of Slack payload, with fields removed, replaced, duplicated, deeply nested, or filled with
random data. After every 25 payloads, the bot must answer an ordinary question.

\`FUZZ_SEED=1 npm run reliability\` uses other changes. A failure prints the seed and the path to reproduce it.

## Other tests

\`test/reliability\` also does the following:

- Sends request bodies that are not objects, truncated, slow, too large, unsigned, incorrectly signed, old, or from the future.
- Makes Slack's API fail in every way on every surface, and checks what people read.
- Sends marked secrets and emails through every surface and every failure at the most verbose log level, and searches for them
  in logs, files, the store, and connections.
`;
}
