import type { AnyMiddlewareArgs, Context } from '@slack/bolt';

/**
 * Whether an event tells what the bot itself did, as Bolt's `ignoreSelf` looks for it. That is a middleware of its own,
 * and each takes its time from every request.
 */
export function isOwn(args: AnyMiddlewareArgs & { readonly context: Context }): boolean {
  if (!('event' in args)) return false;
  const { botId, botUserId } = args.context;
  const { user, bot_id: bot } = args.event as {
    readonly user?: unknown;
    readonly bot_id?: unknown;
  };
  const isBots = botId !== undefined && bot === botId;
  return isBots || (botUserId !== undefined && user === botUserId);
}
