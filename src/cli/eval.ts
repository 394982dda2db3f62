import { readFileSync } from 'node:fs';
import { parseQuestions } from '../tools/evaluation/questions';
import { report } from '../tools/evaluation/report';
import { reportText } from '../tools/evaluation/report-text';
import { readArguments, UsageError } from './arguments';
import { InputError, openForCommand, runCommand } from './run-command';

const USAGE = 'npm run --silent eval -- [--json] [--rules DIR] FILE';

const OPTIONS = { json: { type: 'boolean', default: false }, rules: { type: 'string' } } as const;

void runCommand(() => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError(`Specify one file of questions.\nUsage: ${USAGE}`);
  }
  const questions = parseQuestions(readQuestions(file));
  const { router } = openForCommand(values.rules);
  const judged = questions.map((question) => ({
    question,
    routed: router.route(question.text, { surface: question.surface }),
  }));
  const result = report(judged);
  process.stdout.write(`${values.json ? JSON.stringify(result, null, 2) : reportText(result)}\n`);
  return 0;
});

function readQuestions(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new InputError(`Cannot read the file "${file}" (${code}).`);
  }
}
