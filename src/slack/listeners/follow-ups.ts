import { z } from 'zod';
import { type Answer, choiceOf, makeAnswer } from '../../replies/answer';
import { chooseRoute } from '../../replies/choose';
import { cardBlocks, fallbackText } from '../../replies/slack/card';
import { choiceBlock } from '../../replies/slack/choices';
import { context, section } from '../../replies/slack/block-builders';
import type { MessageContent } from '../../replies/slack/message';
import type { RuleBook } from '../../rules/types';
import type { Bot } from '../bot';
import { guard } from '../guard';
import { parseWith } from '../payloads/press';

const valueSchema = z.object({
  v: z.string().max(64),
  r: z.string().max(100),
  p: z.string().max(100).nullable(),
  o: z.array(z.string().max(100)).max(3),
  up: z.boolean().optional(),
});
type Value = z.infer<typeof valueSchema>;

/** A press on a button below an answer. */
export interface FollowUpPress {
  /** The button's action id, for the log. */
  readonly name: string;
  readonly value: string | undefined;
  readonly user: string;
  readonly respond: (
    message: MessageContent & {
      response_type: 'ephemeral' | 'in_channel';
      replace_original: boolean;
    },
  ) => Promise<unknown>;
}

type Reply = Parameters<FollowUpPress['respond']>[0];

/** "Share in channel": posts the card where it was asked, and names who shares it. */
export function shareAnswer(bot: Bot, press: FollowUpPress): Promise<void> {
  return follow(bot, press, (value) => {
    const { book } = bot.rules();
    const answer = answerFor(book, value.r, value.p);
    if (answer === undefined) return privately(GONE);
    const shared = context(`Shared by <@${press.user}>`);
    const blocks = [...cardBlocks(answer, bot.channels()), shared];
    return {
      text: fallbackText(answer),
      blocks,
      response_type: 'in_channel',
      replace_original: false,
    };
  });
}

/** "Not what I asked": offers the runner-ups, to the one who pressed. */
export function offerOthers(bot: Bot, press: FollowUpPress): Promise<void> {
  return follow(bot, press, (value) => {
    const { book } = bot.rules();
    const choices = value.o.flatMap((name) => {
      const routed = chooseRoute(book, { route: name, program: value.p });
      return routed === undefined ? [] : choiceOf(routed, book);
    });
    const text = 'What did you mean?';
    return {
      ...privately(text),
      blocks: [section(`*${text}*`), choiceBlock({ choices }, book.version)],
    };
  });
}

/** A vote on an answer: thanked for, and counted in the log. */
export function takeFeedback(bot: Bot, press: FollowUpPress): Promise<void> {
  return follow(bot, press, (value) =>
    privately(
      value.up === true
        ? 'Thank you. Good to know that it helped.'
        : 'Thank you. “Not what I asked” shows other answers.',
    ),
  );
}

const GONE = 'This answer is not in the rules any more. Please ask again.';

function privately(text: string): Reply {
  return { text, blocks: [section(text)], response_type: 'ephemeral', replace_original: false };
}

function follow(
  bot: Bot,
  { name, value, respond }: FollowUpPress,
  reply: (value: Value) => Reply,
): Promise<void> {
  return guard(bot, {
    kind: 'button',
    sorry: (text) => respond(privately(text)),
    async work() {
      const read = parseWith(valueSchema, value);
      await respond(read === undefined ? privately(GONE) : reply(read));
      const vote = read?.up === undefined ? {} : { up: read.up };
      return { outcome: name, route: read?.r ?? null, ...vote };
    },
  });
}

function answerFor(book: RuleBook, route: string, program: string | null): Answer | undefined {
  const routed = chooseRoute(book, { route, program });
  return routed === undefined ? undefined : makeAnswer(routed, book);
}
