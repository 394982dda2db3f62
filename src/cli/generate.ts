import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../loader/paths';
import { loadRules } from '../rule-book/load';
import { readArguments, UsageError } from './arguments';
import { type GeneratedFile, rulesFiles, schemaFiles } from './generated-files';
import { openForCommand, RULES, runCommand } from './run-command';

const USAGE = 'npm run generate -- [--rules DIR] [--to DIR] [FILE]';
const OPTIONS = { rules: { type: 'string' }, to: { type: 'string', default: PROJECT } } as const;

/** Writes every file that is generated from the rules and the code that reads them, or only the named file. */
void runCommand(() => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  const { rules = RULES, to } = values;
  const [only, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`Found more than one file.\nUsage: ${USAGE}`);
  const isAsked = ([path]: GeneratedFile): boolean => only === undefined || path === only;
  // Write the schemas first: editors use them to show errors in the rules.
  const schemas = writeFiles(schemaFiles().filter(isAsked), to);
  const files = rulesFiles(loadRules(rules), () => openForCommand(rules));
  const count = schemas + writeFiles(files.filter(isAsked), to);
  if (count === 0)
    throw new UsageError(`"${only ?? ''}" is not a generated file.\nUsage: ${USAGE}`);
  return 0;
});

function writeFiles(files: readonly GeneratedFile[], folder: string): number {
  for (const [path, make] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, make());
    process.stdout.write(`${path}\n`);
  }
  return files.length;
}
