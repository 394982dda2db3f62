import { join } from 'node:path';
import { PROJECT } from '../loader/paths';
import { type OpenRuleBook, openRuleBook } from '../loader/open-rule-book';
import { HelpRequest, UsageError } from './arguments';

/** The input is invalid. Exit status 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** By name, because importing the classes would load modules that most commands do not need. */
const INPUT_ERRORS = new Set([
  'InputError',
  'FaultyRulesError',
  'RulesFolderError',
  'QuestionsError',
  'ConfigError',
  'StoreAwayError',
]);

/** The default folder of rules. */
export const RULES = join(PROJECT, 'rules');

export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Opens the rules for a command. Prints a line if this takes long. */
export function openForCommand(folder = RULES): OpenRuleBook {
  return openRuleBook(folder, { tell });
}

/** Runs a command. Exit status: 0 for success, 1 for invalid input or rules, 2 for wrong usage. Errors go to standard error. */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  // `ask … | head` closes the pipe early, which is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  try {
    process.exitCode = await command();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof HelpRequest) {
    process.stdout.write(`${error.message}\n`);
    return 0;
  }
  if (error instanceof UsageError) {
    tell(error.message);
    return 2;
  }
  if (error instanceof Error && INPUT_ERRORS.has(error.name)) {
    tell(error.message);
    return 1;
  }
  throw error;
}
