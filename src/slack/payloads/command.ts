/** A command as far as it is read. Source: https://docs.slack.dev/interactivity/implementing-slash-commands */
export interface UsedCommand {
  readonly text: string;
  readonly user: string;
  readonly channel: string | undefined;
}

const USER = /^[UW][A-Z0-9]{1,30}$/;
const CHANNEL = /^[CDG][A-Z0-9]{1,30}$/;

/** Reads a command by hand: it is the request that people wait for. What Slack does not make is empty. */
export function readCommand(body: {
  readonly text?: unknown;
  readonly user_id?: unknown;
  readonly channel_id?: unknown;
}): UsedCommand {
  const { text, user_id: user, channel_id: channel } = body;
  return {
    text: typeof text === 'string' ? text.trim() : '',
    user: typeof user === 'string' && USER.test(user) ? user : '',
    channel: typeof channel === 'string' && CHANNEL.test(channel) ? channel : undefined,
  };
}
