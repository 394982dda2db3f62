import { readArguments } from './arguments';
import { openForCommand, RULES, runCommand } from './run-command';

const USAGE = 'node scripts/run.mjs cli/build-cache [--rules DIR]';
const OPTIONS = { rules: { type: 'string' } } as const;

/** Trains the router before the first start. */
void runCommand(() => {
  const { values } = readArguments(OPTIONS, USAGE);
  openForCommand(values.rules ?? RULES);
  return 0;
});
