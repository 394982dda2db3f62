import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type Choice, makeAnswer } from '../../../answer/answer';
import { choiceOf } from '../../../answer/choice';
import { chooseRoute } from '../../../answer/choose';
import { cardBlocks, fallbackText } from '../../blocks/card';
import { choiceBlock } from '../clarify/blocks';
import { context, section } from '../../blocks/builders';
import { FEEDBACK, NOT_WHAT_I_ASKED, SHARE } from './blocks';
import { suggestButton } from '../suggest/blocks';
import type { MessageContent } from '../../blocks/message';
import { OUTDATED } from '../../blocks/outdated';
import type { RuleBook } from '../../../rule-book/types';
import type { Bot } from '../../bot';
import { runListener, type RequestOutcome } from '../../run-listener';
import { isFullMember, isSharedChannel } from '../../membership';
import { parseWith, decodeAsked } from '../../payloads/button-value';
import { isKnown, programId, routeId, version } from '../../payloads/route-value';
import { replyOptions } from '../../reply-options';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';

const valueSchema = z.object({
  v: version,
  r: routeId,
  p: programId,
  o: z.array(routeId).max(3),
  up: z.boolean().optional(),
});
type Value = z.infer<typeof valueSchema>;

/** "Share in channel": posts the card where it was asked, and names who shares it. Guests share nothing. */
export function shareAnswer(bot: Bot, request: BlockActionRequest): Promise<void> {
  return follow(bot, { press: request, name: SHARE }, async (value) => {
    const { book } = bot.rules();
    const routed = chooseRoute(book, { route: value.r, program: value.p });
    if (routed === undefined || request.respond === undefined) return OUTDATED;
    const refusal = await whyNotShare(bot, request);
    if (refusal !== null) return refusal;
    const answer = makeAnswer(routed, book);
    const shared = context(`Shared by <@${request.user}>`);
    await request.respond({
      text: fallbackText(answer),
      blocks: [...cardBlocks(answer, bot.channels()), shared],
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    return null;
  });
}

async function whyNotShare(bot: Bot, request: BlockActionRequest): Promise<MessageContent | null> {
  const { client, user, channel } = request;
  const [isMember, isShared] = await Promise.all([
    isFullMember(user, { client, log: bot.log }),
    isSharedChannel(channel, client),
  ]);
  if (!isMember) return sentence('Guests cannot share answers. Please ask a colleague to.');
  if (!isShared) return null;
  return sentence('People of another organisation read this channel, so I share nothing here.');
}

/** "Not what I asked": offers the runner-ups, to the one who pressed. */
export function offerOthers(bot: Bot, request: BlockActionRequest): Promise<void> {
  return follow(bot, { press: request, name: NOT_WHAT_I_ASKED }, (value) => {
    const { v: rules, r: route, p: program } = value;
    const { book } = bot.rules();
    const row = { kind: 'rejected', route, program, rules } as const;
    bot.store.record({ kind: 'choice', by: placeOf(request), row });
    const choices = runnerUps(book, value);
    const asked = decodeAsked(request.value, bot.sign) ?? null;
    const text = 'What did you mean?';
    const options = replyOptions(bot, { canShare: true, asked });
    const blocks = [section(`*${text}*`), choiceBlock({ choices }, options)];
    return { text, blocks };
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
export function takeFeedback(bot: Bot, request: BlockActionRequest): Promise<void> {
  return follow(bot, { press: request, name: FEEDBACK }, (value) => {
    const { v, r, p, up } = value;
    const row = { route: r, program: p, rules: v, helped: up === true ? 1 : 0 };
    bot.store.record({ kind: 'vote', by: placeOf(request), row });
    if (up === true) return sentence('Thank you. Good to know that it helped.');
    const thanks = sentence('Thank you. “Not what I asked” shows other answers.');
    const asked = decodeAsked(request.value, bot.sign);
    if (asked?.user !== request.user || asked.text === '') return thanks;
    const give = suggestButton({ v, oc: 'answer', r, p }, asked, bot.sign);
    const blocks: KnownBlock[] = [...thanks.blocks, { type: 'actions', elements: [give] }];
    return { ...thanks, blocks };
  });
}

/** Who pressed, and on which message. */
function placeOf({ user, channel, pressedOn }: BlockActionRequest): string[] {
  return [user, channel, pressedOn];
}

function sentence(text: string): MessageContent {
  return { text, blocks: [section(text)] };
}

/** What is said to whoever pressed; null where it was said to all. */
type Reply = MessageContent | null;

function follow(
  bot: Bot,
  { press: request, name }: { press: BlockActionRequest; name: string },
  reply: (value: Value) => Reply | Promise<Reply>,
): Promise<void> {
  return runListener(bot, {
    kind: 'button',
    apologyChannels: () => apologyChannelsFor(request),
    async run(): Promise<RequestOutcome> {
      const read = parseWith(valueSchema, request.value);
      if (read === undefined || !isKnown(bot.rules().book, read)) {
        await replyPrivately(request, OUTDATED);
        return { outcome: 'outdated-button' };
      }
      const said = await reply(read);
      if (said !== null) await replyPrivately(request, said);
      const vote = read.up === undefined ? {} : { up: read.up };
      return { outcome: name, route: read.r, ...vote };
    },
  });
}
