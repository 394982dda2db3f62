import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { makeAnswer } from '../../replies/answer';
import { chooseRoute, NO_ROUTE } from '../../replies/choose';
import { CHOICES } from '../../replies/slack/choices';
import { context } from '../../replies/slack/block-builders';
import { replyMessage } from '../../replies/slack/reply-message';
import type { MessageContent } from '../../replies/slack/message';
import type { Bot } from '../bot';
import { guard, type Handled } from '../guard';
import { readChoice } from '../payloads/press';

/** A press on one of the buttons that a question back carries, in a message. */
export interface ChoicePress {
  readonly value: string | undefined;
  readonly user: string;
  readonly channel: string;
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
 * all and names who chose; a later one is answered privately.
 */
export function answerChoice(bot: Bot, press: ChoicePress): Promise<void> {
  const { message, respond, client, channel, user } = press;
  return guard(bot, {
    kind: 'button',
    sorry: (text) =>
      respond({ text, blocks: [], response_type: 'ephemeral', replace_original: false }),
    async work() {
      const isPrivate = message === null || !isOpen(message.blocks);
      const { content, done } = contentOf(bot, { value: press.value, isPrivate });
      if (message === null) await respond({ ...content, replace_original: true });
      else if (!isPrivate) {
        const blocks: KnownBlock[] = [...content.blocks, context(`Chosen by <@${user}>`)];
        await client.chat.update({ channel, ts: message.ts, text: content.text, blocks });
      } else await respond({ ...content, response_type: 'ephemeral', replace_original: false });
      return done;
    },
  });
}

function isOpen(blocks: readonly unknown[]): boolean {
  return blocks.some((block) => (block as { block_id?: unknown } | null)?.block_id === CHOICES);
}

/** The chosen answer. A route that the rule book no longer has, or none of them, leads to the team. */
function contentOf(
  bot: Bot,
  { value, isPrivate }: { value: string | undefined; isPrivate: boolean },
): { content: MessageContent; done: Handled } {
  const { book } = bot.rules();
  const choice = readChoice(value);
  const routed =
    choice?.r === undefined
      ? undefined
      : chooseRoute(book, { route: choice.r, program: choice.p ?? null });
  const asked =
    choice?.a === undefined || choice.q === undefined ? null : { user: choice.a, text: choice.q };
  const options = { version: book.version, channels: bot.channels(), isPrivate, asked };
  const content = replyMessage(makeAnswer(routed ?? NO_ROUTE, book), options);
  const done: Handled =
    routed === undefined
      ? { outcome: 'none-of-these' }
      : { outcome: 'chosen', route: routed.route };
  return { content, done };
}
