import { z } from 'zod';
import { channelId, userId } from './ids';

/** Source: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
const shortcut = z.object({
  trigger_id: z.string().max(300).catch(''),
  user: z.object({ id: userId }),
  channel: z.object({ id: channelId }).optional().catch(undefined),
});

interface UsedShortcut {
  readonly user: string;
  readonly channel: string | undefined;
  readonly trigger: string;
}

/** Who used a shortcut, and where; what Slack does not make is empty. */
export function readShortcut(body: unknown): UsedShortcut {
  const { success, data } = shortcut.safeParse(body);
  if (!success) return { user: '', channel: undefined, trigger: '' };
  return { user: data.user.id, channel: data.channel?.id, trigger: data.trigger_id };
}
