import { openForCommand, runCommand } from './run-command';

/** Trains the router ahead of the first start. */
void runCommand(() => {
  openForCommand();
  return 0;
});
