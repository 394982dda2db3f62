import { allReplies } from '../answer/all-replies';
import { loadRules } from '../rule-book/load';
import { readArguments } from './arguments';
import { RULES, runCommand } from './run-command';

const USAGE = 'npm run --silent replies -- [--rules DIR]';

/** Prints every reply of the rules as one page of Markdown. */
void runCommand(() => {
  const { values } = readArguments({ rules: { type: 'string' } }, USAGE);
  process.stdout.write(allReplies(loadRules(values.rules ?? RULES).book));
  return 0;
});
