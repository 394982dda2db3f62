import { z } from 'zod';
import { onOneLine } from '../../router/text/sentences';

/** A labeled question, one line of `eval/questions.jsonl`. */
const questionSchema = z.strictObject({
  id: z.string(),
  surface: z.enum(['slash', 'mention', 'shortcut']),
  text: z.string(),
  route: z.string().nullable(),
  /** More routes that are also right; for `clarify`, the routes that fit equally well. */
  accept: z.array(z.string()).default([]),
  program: z.string().nullable(),
  outcome: z.enum(['answer', 'clarify', 'none']),
});
export type Question = z.infer<typeof questionSchema>;

/** A file of questions is invalid. The message lists every invalid line. */
export class QuestionsError extends Error {
  override readonly name = 'QuestionsError';
}

/**
 * Reads labeled questions from JSON Lines.
 *
 * @throws QuestionsError with every invalid line
 */
export function parseQuestions(text: string): Question[] {
  const questions: Question[] = [];
  const faults: string[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const result = questionSchema.safeParse(parseLine(line));
    if (result.success) questions.push(result.data);
    else faults.push(`line ${at + 1}: ${onOneLine(z.prettifyError(result.error))}`);
  });
  if (faults.length > 0) throw new QuestionsError(faults.join('\n'));
  return questions;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
