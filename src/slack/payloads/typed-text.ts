import { z } from 'zod';

/** What came back from Slack of a view's fields. Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export interface ViewState {
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The text in a view's field, by its action id, whatever block holds it; empty where there is none. */
export function typedText({ values }: ViewState, id: string): string {
  const field = Object.values(values).find((block) => id in block)?.[id];
  const { success, data } = z.object({ value: z.string() }).safeParse(field);
  return success ? data.value : '';
}
