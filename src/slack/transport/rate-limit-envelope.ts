import { z } from 'zod';

/** In characters: this envelope is short, and what users do takes more. */
const LONGEST = 1000;

/** Source: https://docs.slack.dev/reference/events/app_rate_limited */
const envelope = z.object({
  envelope_id: z.string(),
  payload: z.looseObject({ type: z.literal('app_rate_limited') }),
});

/** The envelope that says that Slack drops events of the app; undefined where a message is another. */
export function rateLimitIn(message: unknown): z.infer<typeof envelope> | undefined {
  if (typeof message !== 'string' || message.length > LONGEST) return undefined;
  try {
    return envelope.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}
