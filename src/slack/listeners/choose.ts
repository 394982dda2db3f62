import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../replies/answer';
import { chooseRoute, NO_ROUTE } from '../../replies/choose';
import { CHOICES } from '../../replies/slack/choices';
import { context } from '../../replies/slack/block-builders';
import { replyMessage } from '../../replies/slack/reply-message';
import type { MessageContent } from '../../replies/slack/message';
import type { OurClaim } from '../../store/claims';
import type { Bot } from '../bot';
import { guard, type Handled } from '../guard';
import { OUTDATED } from '../../replies/slack/outdated';
import { readAsked, readChoice } from '../payloads/press';
import { replyOptions } from '../reply-options';

/** A press on one of the buttons that a question back carries, in a message. */
export interface ChoicePress {
  readonly value: string | undefined;
  readonly user: string;
  readonly channel: string;
  /** Timestamp of the message that was pressed on. */
  readonly pressedOn: string;
  /** The message that holds the buttons; null where it is private, since Slack keeps none of those. */
  readonly message: { readonly ts: string; readonly blocks: readonly unknown[] } | null;
  readonly respond: (message: MessageContent & Placement) => Promise<unknown>;
  readonly client: WebClient;
}

interface Placement {
  readonly response_type?: 'ephemeral';
  readonly replace_original?: boolean;
}

/**
 * Answers a question back. A private question is replaced by its answer. In a thread the first press replaces it for
 * all and names who chose, whichever copy of the bot gets it; a later one is answered privately.
 */
export function answerChoice(bot: Bot, press: ChoicePress): Promise<void> {
  return guard(bot, {
    kind: 'button',
    sorry: (text) => privately(press, { text, blocks: [] }),
    async work() {
      const claim = await claimMessage(bot, press);
      try {
        const done = await show(bot, press, claim === null ? 'beside' : 'in the open');
        await claim?.answered();
        return done;
      } catch (error) {
        await claim?.release();
        throw error;
      }
    },
  });
}

type Place = 'replacing' | 'in the open' | 'beside';

async function show(bot: Bot, press: ChoicePress, claimed: Place): Promise<Handled> {
  const place = press.message === null ? 'replacing' : claimed;
  const chosen = contentOf(bot, press.value, { canShare: place !== 'in the open' });
  if (chosen === undefined) {
    await privately(press, OUTDATED);
    return { outcome: 'outdated-button' };
  }
  if (place === 'replacing') await press.respond({ ...chosen.content, replace_original: true });
  else if (place === 'in the open') await replaceForAll(press, chosen.content);
  else await privately(press, chosen.content);
  recordChoice(bot, { ...press, by: [press.user, press.channel, press.pressedOn] });
  return chosen.done;
}

interface Chosen {
  readonly value: string | undefined;
  /** Who, and on which message or view. */
  readonly by: readonly string[];
}

/** Keeps which of the routes that were offered was meant, or that none was. */
export function recordChoice(bot: Bot, { value, by }: Chosen): void {
  const choice = readChoice(value);
  if (choice === undefined) return;
  const { v, r = null, p = null } = choice;
  const kind = r === null ? 'none' : 'chosen';
  bot.store.record({ kind: 'choice', by, row: { kind, route: r, program: p, rules: v } });
}

function privately({ respond }: ChoicePress, message: MessageContent): Promise<unknown> {
  return respond({ ...message, response_type: 'ephemeral', replace_original: false });
}

/** The right to replace the message for all; null where there is none, or somebody else has it. */
async function claimMessage(bot: Bot, { message, channel }: ChoicePress): Promise<OurClaim | null> {
  if (message === null || !isOpen(message.blocks)) return null;
  const claim = await bot.store.claim({ ids: [['choice', channel, message.ts]], isRetry: false });
  return claim.state === 'ours' ? claim : null;
}

function isOpen(blocks: readonly unknown[]): boolean {
  return blocks.some((block) => (block as { block_id?: unknown } | null)?.block_id === CHOICES);
}

/** The message of the question becomes its answer. In the bot's own messages there is nobody else to name. */
async function replaceForAll(
  { channel, message, user, client }: ChoicePress,
  { text, blocks }: MessageContent,
): Promise<void> {
  const isDirect = channel.startsWith('D');
  const named = isDirect ? blocks : [...blocks, context(`Chosen by <@${user}>`)];
  await client.chat.update({ channel, ts: message?.ts ?? '', text, blocks: named });
}

/** The chosen answer; none of them leads to the team. Undefined for what no button of this rule book holds. */
function contentOf(
  bot: Bot,
  value: string | undefined,
  { canShare }: { canShare: boolean },
): { content: MessageContent; done: Handled } | undefined {
  const { book } = bot.rules();
  const choice = readChoice(value);
  if (choice === undefined) return undefined;
  const routed =
    choice.r === undefined
      ? NO_ROUTE
      : chooseRoute(book, { route: choice.r, program: choice.p ?? null });
  if (routed === undefined) return undefined;
  const options = replyOptions(bot, { canShare, asked: readAsked(value, bot.seal) ?? null });
  const content = replyMessage(makeAnswer(routed, book), options);
  const done: Handled =
    routed.outcome === 'none'
      ? { outcome: 'none-of-these' }
      : { outcome: 'chosen', route: routed.route };
  return { content, done };
}
