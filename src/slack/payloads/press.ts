import { z } from 'zod';

/** What a button of ours carries; anything else that comes back is not ours. */
const choiceSchema = z.object({
  v: z.string().max(64),
  r: z.string().max(100).optional(),
  p: z.string().max(100).nullable().optional(),
  /** Who asked, and what, where none of the choices is meant. */
  a: z.string().max(40).optional(),
  q: z.string().max(1600).optional(),
});

/** A button's value, read back; undefined where it is not one of ours. */
export function readChoice(value: string | undefined): z.infer<typeof choiceSchema> | undefined {
  return parseWith(choiceSchema, value);
}

/** Text that came back from Slack, as the value that a schema describes; undefined where it is something else. */
export function parseWith<S extends z.ZodType>(
  schema: S,
  text: string | undefined,
): z.infer<S> | undefined {
  if (text === undefined) return undefined;
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
