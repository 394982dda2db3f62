import { readFileSync } from 'node:fs';
import { parsePairs } from '../tools/evaluation/pairs';
import { parseQuestions } from '../tools/evaluation/questions';
import { report } from '../tools/evaluation/report';
import { pairsText, reportText } from '../tools/evaluation/report-text';
import { scorePairs } from '../tools/evaluation/score-pairs';
import { readArguments, UsageError } from './arguments';
import { InputError, openForCommand, runCommand } from './run-command';

const USAGE = `npm run --silent eval -- [--json] [--rules DIR] FILE
       npm run --silent eval -- [--json] --data FILE.json`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  rules: { type: 'string' },
  /** A set of texts to learn from and to be asked, in place of the rules and their questions. */
  data: { type: 'string' },
} as const;

void runCommand(() => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  const print = <T>(result: T, textOf: (result: T) => string): number => {
    process.stdout.write(`${values.json ? JSON.stringify(result, null, 2) : textOf(result)}\n`);
    return 0;
  };
  if (values.data !== undefined) {
    if (positionals.length > 0 || values.rules !== undefined) {
      throw new UsageError(`With --data there are neither questions nor rules.\nUsage: ${USAGE}`);
    }
    return print(scorePairs(parsePairs(readFile(values.data))), pairsText);
  }
  return print(reportOn(positionals, values.rules), reportText);
});

function reportOn(files: readonly string[], rules: string | undefined): ReturnType<typeof report> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`Specify one file of questions.\nUsage: ${USAGE}`);
  }
  const questions = parseQuestions(readFile(file));
  const { router } = openForCommand(rules);
  const judged = questions.map((question) => ({
    question,
    routed: router.route(question.text, { surface: question.surface }),
  }));
  return report(judged);
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new InputError(`Cannot read the file "${file}" (${code}).`);
  }
}
