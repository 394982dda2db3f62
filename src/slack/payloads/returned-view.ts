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

const viewWithBlocks = z.object({
  view: z.object({
    blocks: z.array(
      z.object({ type: z.string(), block_id: z.string() }).catch({ type: '', block_id: '' }),
    ),
  }),
});

/**
 * The id of a view's first input block; undefined where it has none. Slack takes errors for these blocks alone, and the
 * state of a view names others too.
 */
export function firstInputBlock(body: unknown): string | undefined {
  const { data } = viewWithBlocks.safeParse(body);
  return data?.view.blocks.find(({ type }) => type === 'input')?.block_id;
}

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
