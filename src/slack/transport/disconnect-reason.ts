import { z } from 'zod';

/** In characters: Slack's own words are short, and what users do takes more. */
const LONGEST = 1000;

/** Source: https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
const goodbye = z.object({
  type: z.literal('disconnect'),
  reason: z
    .string()
    .regex(/^\w{1,60}$/)
    .catch('unknown'),
});

/** Why Slack wants another connection in place of this one; undefined where a message says no such thing. */
export function disconnectReasonIn(message: unknown): string | undefined {
  if (typeof message !== 'string' || message.length > LONGEST) return undefined;
  try {
    return goodbye.safeParse(JSON.parse(message)).data?.reason;
  } catch {
    return undefined;
  }
}
