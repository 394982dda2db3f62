import { z } from 'zod';
import { channelId, timestamp, userId } from './ids';
import { returnedView, type ReturnedView } from './returned-view';

/** The use of a button or a list, in a message or a view. */
export interface BlockActionPayload {
  /** What the button or the option carries. */
  readonly value: string | undefined;
  readonly user: string;
  readonly trigger: string;
  /** Empty in a view. */
  readonly channel: string;
  /** Timestamp of the message that holds the button, a private one too. */
  readonly messageTs: string;
  /** The thread that the message is a reply in, a private one too. */
  readonly thread: string | undefined;
  /** The message that was pressed on; null where it is private, since Slack keeps none of those, and in a view. */
  readonly message: {
    readonly ts: string;
    /** What notifications show; escaped. */
    readonly text: string;
    readonly blocks: readonly unknown[];
  } | null;
  /** The view that was pressed on; null in a message. */
  readonly view: ReturnedView | null;
}

/** More than Slack lets a value hold: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const value = z.string().max(2000).optional().catch(undefined);

const action = z
  .object({ value, selected_option: z.object({ value }).optional().catch(undefined) })
  .transform((found) => found.value ?? found.selected_option?.value);

/** Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const payload = z.object({
  user: z.object({ id: userId }),
  trigger_id: z.string().max(300).catch(''),
  channel: z.object({ id: channelId.catch('') }).catch({ id: '' }),
  container: z
    .object({ message_ts: timestamp, thread_ts: timestamp.optional().catch(undefined) })
    .catch({ message_ts: '' }),
  message: z
    .object({
      ts: timestamp,
      text: z.string().max(40_000).catch(''),
      thread_ts: timestamp.optional().catch(undefined),
      blocks: z.array(z.unknown()).catch([]),
    })
    .nullable()
    .catch(null),
  view: returnedView.nullable().catch(null),
  actions: z.array(action),
});

/** Reads a block action; undefined where Slack makes no such payload. */
export function parseBlockAction(body: unknown): BlockActionPayload | undefined {
  const { success, data } = payload.safeParse(body);
  if (!success) return undefined;
  const { user, channel, container, message, view } = data;
  // A private message is not in the payload: Slack keeps none.
  const thread = message?.thread_ts ?? container.thread_ts;
  return {
    value: data.actions[0],
    user: user.id,
    trigger: data.trigger_id,
    channel: channel.id,
    messageTs: container.message_ts,
    thread: thread === container.message_ts ? undefined : thread,
    message,
    view,
  };
}
