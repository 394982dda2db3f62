import { readStoreConfig } from '../config';
import { loadRules } from '../rule-book/load';
import { readSuggestedQuestions } from '../store/read-store';
import { readArguments, UsageError } from './arguments';
import { gapsText } from './gaps-text';
import { RULES, runCommand, tell } from './run-command';

const USAGE = 'npm run --silent gaps -- [--rules DIR]';

void runCommand(async () => {
  const { values, positionals } = readArguments({ rules: { type: 'string' } } as const, USAGE);
  if (positionals.length > 0) throw new UsageError(`This command takes no text.\nUsage: ${USAGE}`);
  const { book, examples } = loadRules(values.rules ?? RULES);
  const texts = await readSuggestedQuestions(readStoreConfig().databaseUrl, tell);
  process.stdout.write(gapsText(texts, { book, examples }));
  return 0;
});
