import { readArguments } from './arguments';
import { openForCommand, RULES, runCommand } from './run-command';

/** Trains the router ahead of the first start, or of an edit that shall take effect. */
void runCommand(() => {
  const { values } = readArguments({ rules: { type: 'string' } }, 'build-cache [--rules DIR]');
  openForCommand(values.rules ?? RULES);
  return 0;
});
