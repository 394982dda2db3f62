import { z } from 'zod';

/** What came back from Slack of a view's fields; anything else counts as no field. */
export const viewState = z
  .object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .catch({ values: {} });

/** Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export type ViewState = z.infer<typeof viewState>;

/** More than any field takes, in characters: what is longer did not come from one. */
const LONGEST = 3000;

/** The text in a view's field, by its action id, whatever block holds it; empty where there is none. */
export function typedText({ values }: ViewState, id: string): string {
  const field = Object.values(values).find((block) => Object.hasOwn(block, id))?.[id];
  const { success, data } = z.object({ value: z.string().max(LONGEST) }).safeParse(field);
  return success ? data.value : '';
}
