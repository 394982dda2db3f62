import { makeAnswer } from '../answer/answer';
import { explanationText } from '../answer/explanation-text';
import { jsonAnswer } from '../answer/json';
import { plainText } from '../answer/plain-text';
import { readArguments, UsageError } from './arguments';
import { openForCommand, runCommand } from './run-command';
import { styleFor } from './terminal';

const USAGE = `npm run --silent ask -- [--json | --explain] [--rules DIR] "TEXT"
       npm run --silent ask -- --jsonl [--rules DIR] < FILE`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  rules: { type: 'string' },
} as const;

void runCommand(async () => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  if (values.jsonl) {
    if (positionals.length > 0 || values.json || values.explain) {
      throw usageError('--jsonl reads standard input. Remove the other arguments.');
    }
    const { answerLines } = await import('./json-lines.js');
    await answerLines(openForCommand(values.rules), process.stdin, process.stdout);
    return 0;
  }
  const text = onlyText(positionals);
  if (values.json && values.explain) {
    throw usageError('--explain and --json cannot be combined.');
  }
  process.stdout.write(`${(values.explain ? explain : ask)(text, values)}\n`);
  return 0;
});

function usageError(sentence: string): UsageError {
  return new UsageError(`${sentence}\nUsage: ${USAGE}`);
}

function onlyText([text = '', ...more]: readonly string[]): string {
  if (more.length > 0) throw usageError('Found more than one text. Put the text in quotes.');
  if (text.trim() === '') throw usageError('The text is missing.');
  return text;
}

interface AskOptions {
  readonly json: boolean;
  readonly rules?: string | undefined;
}

function ask(text: string, { json, rules }: AskOptions): string {
  const { book, router } = openForCommand(rules);
  const answer = makeAnswer(router.route(text), book);
  return json
    ? JSON.stringify(jsonAnswer(answer), null, 2)
    : plainText(answer, styleFor(process.stdout));
}

function explain(text: string, { rules }: AskOptions): string {
  const { book, router } = openForCommand(rules);
  return explanationText(router.explain(text), book, styleFor(process.stdout));
}
