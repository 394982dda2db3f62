import type { AllMiddlewareArgs, AnyMiddlewareArgs, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { noteModal } from '../blocks/note-modal';
import type { Bot } from '../bot';
import { describeError } from '../delivery/describe-error';
import { requesterOf } from '../payloads/requester';
import { firstInputBlock } from '../payloads/returned-view';
import { deliver } from '../delivery/deliver';
import { privateChannels } from '../delivery/channels';
import { acknowledge } from '../block-action';
import { isOwn } from './own-events';

/** Why a request is not answered. */
type DenialReason = 'other-workspace' | 'rate-limited' | 'still-rate-limited';

const SENTENCES: Readonly<Record<DenialReason, string>> = {
  'other-workspace': 'Sorry, I only answer in the workspace that I belong to.',
  'rate-limited': 'You sent many questions in a short time. Ask again in 30 seconds.',
  'still-rate-limited': 'You sent many questions in a short time. Ask again in 30 seconds.',
};

/**
 * Bolt's global middleware, before every listener: the bot answers nobody whom it does not serve, and nothing of its
 * own.
 */
export function accessControl(
  bot: Bot,
): (args: AnyMiddlewareArgs & AllMiddlewareArgs) => Promise<void> {
  return async (args) => {
    if (isOwn(args)) return;
    const isRetry = (args.context.retryNum ?? 0) > 0;
    const denial = denialReason(bot, { body: args.body, isRetry });
    if (denial === null) await args.next();
    else await denyRequest(bot, args, denial);
  };
}

/**
 * What stands in the way of a request: it comes from a workspace that is not served, or from somebody who asks too much.
 * An event that Slack sends again was counted the first time.
 */
function denialReason(
  bot: Bot,
  { body, isRetry }: { body: object; isRetry: boolean },
): DenialReason | null {
  if (!bot.allowedTeams.allows(body)) return 'other-workspace';
  const user = isRetry ? undefined : requesterOf(body)?.user;
  if (user === undefined) return null;
  const admission = bot.rateLimiter.admit(user, performance.now());
  if (admission === 'admitted') return null;
  return admission === 'first' ? 'rate-limited' : 'still-rate-limited';
}

type Arguments = AnyMiddlewareArgs & { readonly client: WebClient };

/**
 * Says in private why there is no answer: always to a command, a block action and a submission; to an event only the
 * first time that a person asks too much, and never to people of another workspace, who are counted.
 */
async function denyRequest(bot: Bot, args: Arguments, denial: DenialReason): Promise<void> {
  const isEvent = 'event' in args;
  if (isEvent && denial === 'other-workspace') bot.allowedTeams.ignoredEvents += 1;
  if (denial !== 'still-rate-limited') bot.log.warn({ outcome: denial }, 'turned away');
  if (isEvent && denial !== 'rate-limited') return;
  try {
    await sendDenial(bot, args, SENTENCES[denial]);
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, 'could not say why there is no answer');
  }
}

async function sendDenial(bot: Bot, args: Arguments, text: string): Promise<void> {
  if ('command' in args) {
    await args.ack({ response_type: 'ephemeral', text });
    return;
  }
  if ('view' in args) {
    await refuseView(args, text);
    return;
  }
  if ('ack' in args) await acknowledge(bot, () => (args.ack as () => Promise<void>)());
  const requester = requesterOf(args.body);
  if (requester === undefined) return;
  const { respond } = args as { respond?: RespondFn };
  await deliver(privateChannels({ ...requester, client: args.client, respond }), { text });
}

/** Below the first field, so that nothing typed is lost; a modal without fields is replaced by the sentence. */
async function refuseView(
  args: Extract<Arguments, { view: unknown }>,
  text: string,
): Promise<void> {
  const ack = args.ack as (response?: object) => Promise<void>;
  if (args.body.type !== 'view_submission') {
    await ack();
    return;
  }
  const field = firstInputBlock(args.body);
  await ack(
    field === undefined
      ? { response_action: 'update', view: noteModal(text) }
      : { response_action: 'errors', errors: { [field]: text } },
  );
}
