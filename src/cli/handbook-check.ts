import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptPages } from '../tools/handbook/accept';
import { checkHandbook } from '../tools/handbook/check-handbook';
import type { Checkout } from '../tools/handbook/checkout';
import { loadRules } from '../rule-book/load';
import { formatProblem } from '../rule-book/problem';
import { readArguments, UsageError } from './arguments';
import { readCheckout } from './read-checkout';
import { RULES, runCommand } from './run-command';

const USAGE = 'npm run --silent handbook:check -- [--accept] [--rules DIR] DIR';
const OPTIONS = {
  accept: { type: 'boolean', default: false },
  rules: { type: 'string' },
} as const;

void runCommand(() => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new UsageError(`Specify one checkout of the handbook.\nUsage: ${USAGE}`);
  }
  const rules = values.rules ?? RULES;
  const checkout = readCheckout(folder);
  if (values.accept) accept(rules, checkout);
  const { problems, skipped } = checkHandbook(loadRules(rules).files, checkout);
  for (const problem of problems) say(formatProblem(problem));
  if (skipped > 0) {
    say(
      `Not checked: ${skipped} addresses and names outside "${folder}", because it is not a complete site.`,
    );
  }
  if (problems.length === 0) say('The rules match the handbook.');
  return problems.length === 0 ? 0 : 1;
});

function accept(rules: string, checkout: Checkout): void {
  const file = join(rules, 'sources.yml');
  const date = new Date().toISOString().slice(0, 10);
  const { files } = loadRules(rules);
  const { text, pages } = acceptPages(readFileSync(file, 'utf8'), { files, checkout, date });
  writeFileSync(file, text);
  for (const { path } of pages) say(`Accepted on ${date}: ${path}`);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
