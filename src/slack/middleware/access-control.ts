import type { AnyMiddlewareArgs, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { noteModal } from '../blocks/note-modal';
import type { Bot } from '../bot';
import { describeError } from '../delivery/describe-error';
import { askerOf } from '../payloads/requester';
import { readSubmission } from '../payloads/returned-view';
import { sayFirst } from '../delivery/deliver';
import { privateWays } from '../delivery/channels';
import { acknowledge } from '../block-action';

/** Why a request is not answered. */
type Hindrance = 'foreign' | 'flood' | 'more of a flood';

const SENTENCES: Readonly<Record<Hindrance, string>> = {
  foreign: 'Sorry, I answer only in the workspace that I was set up for.',
  flood: 'That was more than I answer at once. Please ask again in half a minute.',
  'more of a flood': 'That was more than I answer at once. Please ask again in half a minute.',
};

/**
 * What stands in the way of a request: it comes from a workspace that is not served, or from somebody who floods. An
 * event that Slack sends again was counted the first time.
 */
export function hindranceOf(
  bot: Bot,
  { body, isRetry }: { body: object; isRetry: boolean },
): Hindrance | null {
  if (!bot.served.serves(body)) return 'foreign';
  const user = isRetry ? undefined : askerOf(body)?.user;
  if (user === undefined) return null;
  const admission = bot.flood.admit(user, performance.now());
  if (admission === 'admitted') return null;
  return admission === 'first' ? 'flood' : 'more of a flood';
}

type Arguments = AnyMiddlewareArgs & { readonly client: WebClient };

/**
 * Says in private why there is no answer: always to a command, a press and a submission; to an event only once for a
 * flood, and not at all to people of another workspace, who are counted.
 */
export async function turnAway(bot: Bot, args: Arguments, hindrance: Hindrance): Promise<void> {
  const isEvent = 'event' in args;
  if (isEvent && hindrance === 'foreign') bot.served.leftAlone += 1;
  if (hindrance !== 'more of a flood') bot.log.warn({ outcome: hindrance }, 'turned away');
  if (isEvent && hindrance !== 'flood') return;
  try {
    await sayNo(bot, args, SENTENCES[hindrance]);
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, 'could not say why there is no answer');
  }
}

async function sayNo(bot: Bot, args: Arguments, text: string): Promise<void> {
  if ('command' in args) {
    await args.ack({ response_type: 'ephemeral', text });
    return;
  }
  if ('view' in args) {
    await refuseView(args, text);
    return;
  }
  if ('ack' in args) await acknowledge(bot, () => (args.ack as () => Promise<void>)());
  const asker = askerOf(args.body);
  if (asker === undefined) return;
  const { respond } = args as { respond?: RespondFn };
  await sayFirst(privateWays({ ...asker, client: args.client, respond }), { text });
}

/** Below the first field, so that nothing typed is lost; a modal without fields gives way to the sentence. */
async function refuseView(
  args: Extract<Arguments, { view: unknown }>,
  text: string,
): Promise<void> {
  const ack = args.ack as (response?: object) => Promise<void>;
  if (args.body.type !== 'view_submission') {
    await ack();
    return;
  }
  const [field] = Object.keys(readSubmission(args.body)?.view.state.values ?? {});
  await ack(
    field === undefined
      ? { response_action: 'update', view: noteModal(text) }
      : { response_action: 'errors', errors: { [field]: text } },
  );
}
