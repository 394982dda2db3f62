import { z } from 'zod';
import { type Asked, signedText, type Sign } from '../features/escalate/blocks';
import { isSignedBy } from '../signed-value';
import { programId, routeId, version } from './route-value';

/** What a button of ours carries; anything else that comes back is not ours. */
const choiceSchema = z.object({
  v: version,
  r: routeId.optional(),
  p: programId.optional(),
});

/** Who asked, and what, for the one who hands the question on. */
const askedSchema = z.object({
  a: z.string().max(40),
  q: z.string().max(2000),
  c: z.boolean(),
  s: z.string().max(100),
});

/** A button's value, read back; undefined where it is not one of ours. */
export function decodeChoice(value: string | undefined): z.infer<typeof choiceSchema> | undefined {
  return parseWith(choiceSchema, value);
}

/** Who asked and what, from a button's value; undefined where its seal is not ours. */
export function decodeAsked(
  value: string | undefined,
  sign: Sign,
): (Asked & { readonly isCut: boolean }) | undefined {
  const read = parseWith(askedSchema, value);
  if (read === undefined || !isSignedBy(signedText(read), read.s, sign)) return undefined;
  return { user: read.a, text: read.q, isCut: read.c };
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
