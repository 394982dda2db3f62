import { join } from 'node:path';
import { PROJECT } from '../loader/paths';
import { type OpenRuleBook, openRuleBook } from '../loader/open-rule-book';
import { HelpRequest, UsageError } from './arguments';

/** The input is at fault; exit status 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** By name: importing the classes would load what most commands do not need. */
const INPUT_ERRORS = new Set([
  'InputError',
  'FaultyRulesError',
  'RulesFolderError',
  'QuestionsError',
  'ConfigError',
  'StoreAwayError',
]);

/** The folder of rules where none is named. */
export const RULES = join(PROJECT, 'rules');

export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Opens the rules that a command works with, and says so where that takes long. */
export function openForCommand(folder = RULES): OpenRuleBook {
  return openRuleBook(folder, { tell });
}

/** Runs a command: 0 done, 1 the input or the rules are at fault, 2 wrong usage; errors go to standard error. */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  // `ask … | head` closes the pipe early: that is no fault of the reader's.
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
