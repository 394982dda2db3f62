import { z } from 'zod';
import { userId } from './ids';
import { viewState, type ViewState } from './typed-text';

/** The parts of a view that come back from Slack. */
export interface ReturnedView {
  readonly id: string;
  readonly hash: string;
  readonly private_metadata: string;
  readonly state: ViewState;
}

/** Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const returnedView = z.object({
  id: z.string().max(100),
  hash: z.string().max(100).catch(''),
  private_metadata: z.string().max(3000).catch(''),
  state: viewState,
});

const submission = z.object({ user: z.object({ id: userId }), view: returnedView });

/** A view that somebody submitted. */
export interface SubmittedView {
  readonly user: string;
  readonly view: ReturnedView;
}

/** Reads a submission; undefined where Slack makes no such payload. */
export function parseViewSubmission(body: unknown): SubmittedView | undefined {
  const { success, data } = submission.safeParse(body);
  return success ? { user: data.user.id, view: data.view } : undefined;
}
