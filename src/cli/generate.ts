import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../cache/paths';
import { readArguments } from './arguments';
import { generatedFiles } from './generated-files';
import { runCommand } from './run-command';

const USAGE = 'npm run generate';

/** Writes every file that is made from the rules and the code that reads them. */
void runCommand(() => {
  readArguments({}, USAGE);
  for (const [path, text] of generatedFiles()) {
    const file = join(PROJECT, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${path}\n`);
  }
  return 0;
});
