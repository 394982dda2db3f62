// Checks style, types, format, imports and unused code, two checks at a time; with --write, formats instead.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT } from './freshness.mjs';
import { install } from './install.mjs';

const TOOLS = join('tools', 'node_modules');
const PRETTIER = join(TOOLS, 'prettier', 'bin', 'prettier.cjs');
const TSC = join('node_modules', 'typescript', 'bin', 'tsc');
const RUN = join('scripts', 'run.mjs');

/** Each in the order of how long it takes: the slowest begins first. */
const CHECKS = [
  { name: 'style', args: [join(TOOLS, 'eslint', 'bin', 'eslint.js'), '.'] },
  { name: 'types', args: [TSC, '--noEmit', '-p', 'tsconfig.check.json'] },
  { name: 'format', args: [PRETTIER, '--check', '.'] },
  { name: 'types of the page', args: [TSC, '--noEmit', '-p', join('playground', 'page')] },
  {
    name: 'imports',
    args: [
      join(TOOLS, 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      ...['src', 'playground', 'packages'],
    ],
  },
  { name: 'prose', args: [join('scripts', 'check-prose.mjs')] },
  { name: 'unused code', args: [join(TOOLS, 'knip', 'bin', 'knip.js')] },
];

/** What a checkout of the handbook says against the rules, and what the rules say against themselves. */
const RULES = [
  { name: 'rules', args: [RUN, 'cli/rules-check'] },
  { name: 'handbook', args: [RUN, 'cli/handbook-check', join('test', 'fixtures', 'handbook')] },
];
const FAST_RULES = RULES.map(({ name, args }, at) => ({
  name,
  args: at === 0 ? [...args, '--fast'] : args,
}));

/** The checks of the rules alone. @returns whether all passed */
export function checkRules() {
  return runAll(FAST_RULES);
}

/** Every check. @returns whether all passed */
export async function checkAll() {
  // The types of the tests are in their packages.
  await install(['tools', 'test', 'test/browser', 'test/database']);
  // Both build `dist` where it is stale, which two may not do at once.
  const areRulesFine = await runAll(RULES.slice(0, 1));
  return (await runAll([...CHECKS, ...RULES.slice(1)])) && areRulesFine;
}

async function runAll(checks) {
  const left = [...checks];
  let isFine = true;
  const work = async () => {
    for (let check = left.shift(); check !== undefined; check = left.shift()) {
      if (!(await run(check))) isFine = false;
    }
  };
  await Promise.all([work(), work()]);
  return isFine;
}

/** Shows what a check printed once it has ended, so that the lines of two do not mix. */
async function run({ name, args }) {
  const check = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  for (const stream of [check.stdout, check.stderr])
    stream.on('data', (data) => printed.push(data));
  const status = await new Promise((resolve, reject) => {
    check.on('error', reject);
    check.on('close', resolve);
  });
  process.stdout.write(`${status === 0 ? 'passed' : 'FAILED'}: ${name}\n`);
  if (status !== 0 || printed.length > 0) process.stdout.write(Buffer.concat(printed));
  return status === 0;
}

async function main() {
  if (process.argv.includes('--write')) {
    await install(['tools']);
    return run({ name: 'format', args: [PRETTIER, '--write', '--log-level', 'warn', '.'] });
  }
  return checkAll();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await main()) ? 0 : 1;
}
