import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { OpenRuleBook } from '../loader/open-rule-book';
import { makeAnswer } from '../answer/answer';
import { jsonAnswer } from '../answer/json';
import { tell } from './run-command';

const lineSchema = z.object({
  text: z.string(),
  id: z.string().optional(),
  surface: z.enum(['slash', 'mention', 'shortcut']).optional(),
});

/** How many characters of output to buffer before writing. */
const CHUNK = 65_536;

/**
 * Answers JSON Lines as a stream: one line out for each line in, in the same order. An invalid line gives
 * `{"error": "line N: ..."}` instead. Memory use does not depend on the number of lines.
 */
export async function answerLines(
  rules: OpenRuleBook,
  input: Readable,
  output: Writable,
): Promise<void> {
  let number = 0;
  let bad = 0;
  let pending = '';
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    const answered = answerLine(line, number, rules);
    if (!answered.good) bad += 1;
    pending += `${answered.json}\n`;
    if (pending.length < CHUNK) continue;
    if (!output.write(pending)) await once(output, 'drain');
    pending = '';
  }
  output.write(pending);
  if (bad > 0) tell(`${bad} of ${number} lines were invalid.`);
}

function answerLine(
  line: string,
  number: number,
  { book, router }: OpenRuleBook,
): { good: boolean; json: string } {
  const result = lineSchema.safeParse(parse(line));
  if (!result.success) return { good: false, json: errorLine(number, line, result.error) };
  const { text, id, surface } = result.data;
  const answer = makeAnswer(router.route(text, { surface }), book);
  return { good: true, json: JSON.stringify(jsonAnswer(answer, id)) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function errorLine(number: number, line: string, error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  const reason =
    line.trim() === ''
      ? 'the line is empty'
      : field === ''
        ? 'not a JSON object with a "text" field'
        : `the field "${field}" is missing or invalid (${issue?.message ?? ''})`;
  return JSON.stringify({ error: `line ${number}: ${reason}` });
}
