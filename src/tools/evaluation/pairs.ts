import { z } from 'zod';
import { onOneLine } from '../../router/text/sentences';
import { QuestionsError } from './questions';

/** Texts with their labels, to learn from and to be asked; null: nothing fits. As published sets of questions come. */
const pairsSchema = z.object({
  train: z.array(z.tuple([z.string(), z.string()])).min(1),
  test: z.array(z.tuple([z.string(), z.string().nullable()])),
});
export type Pairs = z.infer<typeof pairsSchema>;

/**
 * Reads a set of labeled texts from JSON.
 *
 * @throws QuestionsError naming every fault
 */
export function parsePairs(text: string): Pairs {
  const result = pairsSchema.safeParse(parse(text));
  if (result.success) return result.data;
  throw new QuestionsError(
    `The file is no set of texts, {"train": [[text, label], ...], "test": [[text, label or null], ...]}: ${onOneLine(z.prettifyError(result.error))}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
