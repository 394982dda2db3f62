import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Choice, choiceOf, makeAnswer } from '../../replies/answer';
import { chooseRoute } from '../../replies/choose';
import { cardBlocks, fallbackText } from '../../replies/slack/card';
import { choiceBlock } from '../../replies/slack/choices';
import { context, section } from '../../replies/slack/block-builders';
import { keepTextButton } from '../../replies/slack/keep-text';
import type { MessageContent } from '../../replies/slack/message';
import { OUTDATED } from '../../replies/slack/outdated';
import type { RuleBook } from '../../rules/types';
import type { Bot } from '../bot';
import { guard } from '../guard';
import { isFullMember, isSharedChannel, type Presser } from '../membership';
import { parseWith, readAsked } from '../payloads/press';
import { replyOptions } from '../reply-options';

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
  readonly user: Presser;
  readonly channel: string;
  /** Timestamp of the message that was pressed on. */
  readonly pressedOn: string;
  /** The workspace that the bot is installed in. */
  readonly ownTeam: string | undefined;
  readonly client: WebClient;
  readonly respond: (message: Reply) => Promise<unknown>;
}

type Reply = MessageContent & {
  response_type: 'ephemeral' | 'in_channel';
  replace_original: boolean;
  unfurl_links?: boolean;
  unfurl_media?: boolean;
};

/** "Share in channel": posts the card where it was asked, and names who shares it. Guests share nothing. */
export function shareAnswer(bot: Bot, press: FollowUpPress): Promise<void> {
  return follow(bot, press, async (value) => {
    const { book } = bot.rules();
    const routed = chooseRoute(book, { route: value.r, program: value.p });
    if (routed === undefined) return privately(OUTDATED);
    const refusal = await whyNotShare(bot, press);
    if (refusal !== null) return privately(refusal);
    const answer = makeAnswer(routed, book);
    const shared = context(`Shared by <@${press.user.id}>`);
    return {
      text: fallbackText(answer),
      blocks: [...cardBlocks(answer, bot.channels()), shared],
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
    };
  });
}

async function whyNotShare(bot: Bot, press: FollowUpPress): Promise<MessageContent | null> {
  const { client, user, channel, ownTeam } = press;
  const isMember = await isFullMember(user, { client, log: bot.log, ownTeam });
  if (!isMember) return sentence('Guests cannot share answers. Please ask a colleague to.');
  if (!(await isSharedChannel(client, channel))) return null;
  return sentence('People of another organisation read this channel, so I share nothing here.');
}

/** "Not what I asked": offers the runner-ups, to the one who pressed. */
export function offerOthers(bot: Bot, press: FollowUpPress): Promise<void> {
  return follow(bot, press, (value) => {
    const { v: rules, r: route, p: program } = value;
    const row = { kind: 'rejected', route, program, rules } as const;
    bot.store.record({ kind: 'choice', by: placeOf(press), row });
    const choices = runnerUps(bot.rules().book, value);
    const asked = readAsked(press.value, bot.seal) ?? null;
    const text = 'What did you mean?';
    const options = replyOptions(bot, { canShare: true, asked });
    const blocks = [section(`*${text}*`), choiceBlock({ choices }, options)];
    return privately({ text, blocks });
  });
}

/** Each runner-up once, and never the answer that was not meant. */
function runnerUps(book: RuleBook, { r, p, o }: Value): Choice[] {
  const choices = o.flatMap((name) => {
    const routed = chooseRoute(book, { route: name, program: p });
    return routed === undefined || routed.route === r ? [] : choiceOf(routed, book);
  });
  return choices.filter(
    ({ candidate }, at) =>
      choices.findIndex((one) => one.candidate.route === candidate.route) === at,
  );
}

/** A vote on an answer: thanked for, and counted. Who asked and was not helped may give the question. */
export function takeFeedback(bot: Bot, press: FollowUpPress): Promise<void> {
  return follow(bot, press, (value) => {
    const { v, r, p, up } = value;
    const row = { route: r, program: p, rules: v, helped: up === true ? 1 : 0 };
    bot.store.record({ kind: 'vote', by: placeOf(press), row });
    if (up === true) return privately(sentence('Thank you. Good to know that it helped.'));
    const thanks = sentence('Thank you. “Not what I asked” shows other answers.');
    const asked = readAsked(press.value, bot.seal);
    if (asked?.user !== press.user.id || asked.text === '') return privately(thanks);
    const give = keepTextButton({ v, oc: 'answer', r, p }, asked, bot.seal);
    const blocks: KnownBlock[] = [...thanks.blocks, { type: 'actions', elements: [give] }];
    return privately({ ...thanks, blocks });
  });
}

/** Who pressed, and on which message. */
function placeOf({ user, channel, pressedOn }: FollowUpPress): string[] {
  return [user.id, channel, pressedOn];
}

function sentence(text: string): MessageContent {
  return { text, blocks: [section(text)] };
}

function privately(content: MessageContent): Reply {
  return { ...content, response_type: 'ephemeral', replace_original: false };
}

function follow(
  bot: Bot,
  { name, value, respond }: FollowUpPress,
  reply: (value: Value) => Reply | Promise<Reply>,
): Promise<void> {
  return guard(bot, {
    kind: 'button',
    sorry: (text) => respond(privately(sentence(text))),
    async work() {
      const read = parseWith(valueSchema, value);
      await respond(read === undefined ? privately(OUTDATED) : await reply(read));
      const vote = read?.up === undefined ? {} : { up: read.up };
      return { outcome: name, route: read?.r ?? null, ...vote };
    },
  });
}
