import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './freshness.mjs';

/** Commands that take no options. */
const WITHOUT_OPTIONS = {
  app: 'npm start',
  'playground/pictures': 'npm run screenshots',
};
/** Where the sources of a compiled command lie, if not in `src`. */
const SOURCES = { 'playground/main': 'playground/host/main.ts' };

/**
 * Prints a command's usage and exits 0 where the arguments ask for it. It is read from the source, so that a question
 * for help never starts a build.
 *
 * @param {string} entry the command's compiled file below `dist`, without its ending
 * @param {readonly string[]} args
 */
export function answerHelp(entry, args) {
  if (!args.some((argument) => argument === '--help' || argument === '-h')) return;
  const usage = WITHOUT_OPTIONS[entry] ?? readUsage(SOURCES[entry] ?? `src/${entry}.ts`);
  // Without sources there is nothing to build, and the command answers automatically.
  if (usage === undefined) return;
  process.stdout.write(`Usage: ${usage}\n`);
  process.exit(0);
}

function readUsage(source) {
  try {
    const text = readFileSync(join(PROJECT, source), 'utf8');
    return /^const USAGE =\s*(['`])([^]*?)\1;$/m.exec(text)?.[2];
  } catch {
    return undefined;
  }
}
