import { readArguments } from './arguments';
import { openForCommand, RULES, runCommand } from './run-command';

/** Trains the router before the first start, or for edited rules. */
void runCommand(() => {
  const { values } = readArguments({ rules: { type: 'string' } }, 'build-cache [--rules DIR]');
  openForCommand(values.rules ?? RULES);
  return 0;
});
