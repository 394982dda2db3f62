import { loadRules } from '../rules/load';
import { readArguments } from './arguments';
import { RULES, runCommand } from './run-command';

const USAGE = 'npm run --silent rules:check -- [--rules DIR]';

void runCommand(() => {
  const { values } = readArguments({ rules: { type: 'string' } } as const, USAGE);
  const { book, examples } = loadRules(values.rules ?? RULES);
  const routes = Object.keys(book.routes).length;
  process.stdout.write(`The rules are in order: ${routes} routes, ${examples.length} examples.\n`);
  return 0;
});
