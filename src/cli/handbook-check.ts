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
    throw new UsageError(`One checkout of the handbook is needed.\nUsage: ${USAGE}`);
  }
  const rules = values.rules ?? RULES;
  const checkout = readCheckout(folder);
  if (values.accept) accept(rules, checkout);
  const { problems, skipped } = checkHandbook(loadRules(rules).files, checkout);
  for (const problem of problems) say(formatProblem(problem));
  if (skipped > 0) {
    say(
      `Not checked: ${skipped} addresses and names that lead beyond "${folder}", which is no whole site.`,
    );
  }
  if (problems.length === 0) say('The rules are true to the handbook.');
  return problems.length === 0 ? 0 : 1;
});

function accept(rules: string, checkout: Checkout): void {
  const file = join(rules, 'sources.yml');
  const date = new Date().toISOString().slice(0, 10);
  const { files } = loadRules(rules);
  const { text, pages } = acceptPages(readFileSync(file, 'utf8'), { files, checkout, date });
  writeFileSync(file, text);
  for (const { path } of pages) say(`Accepted as of ${date}: ${path}`);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
