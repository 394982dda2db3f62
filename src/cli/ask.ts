import { makeAnswer } from '../replies/answer';
import { jsonAnswer } from '../replies/json';
import { plainText } from '../replies/plain-text';
import { readArguments, UsageError } from './arguments';
import { answerLines } from './json-lines';
import { openForCommand, runCommand } from './run-command';
import { styleFor } from './terminal';

const USAGE = `npm run --silent ask -- [--json] [--rules DIR] "TEXT"
       npm run --silent ask -- --jsonl [--rules DIR] < FILE`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  rules: { type: 'string' },
} as const;

void runCommand(async () => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  if (values.jsonl) {
    if (positionals.length > 0 || values.json) {
      throw new UsageError(`--jsonl reads standard input and takes no text.\nUsage: ${USAGE}`);
    }
    await answerLines(openForCommand(values.rules), process.stdin, process.stdout);
    return 0;
  }
  const [text, ...more] = positionals;
  if (text === undefined || text.trim() === '' || more.length > 0) {
    const found = more.length > 0 ? 'more than one text; put it in quotes' : 'no text';
    throw new UsageError(`Found ${found}.\nUsage: ${USAGE}`);
  }
  ask(text, values);
  return 0;
});

function ask(text: string, { json, rules }: { json: boolean; rules?: string | undefined }): void {
  const { book, router } = openForCommand(rules);
  const answer = makeAnswer(router.route(text), book);
  const output = json
    ? JSON.stringify(jsonAnswer(answer), null, 2)
    : plainText(answer, styleFor(process.stdout));
  process.stdout.write(`${output}\n`);
}
