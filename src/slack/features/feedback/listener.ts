import type { KnownBlock } from '@slack/types';
import { makeAnswer } from '../../../answer/answer';
import type { Answer, Choice } from '../../../answer/types';
import { choiceOf } from '../../../answer/choice';
import { chooseRoute } from '../../../answer/choose';
import { cardBlocks, fallbackText } from '../../blocks/card';
import { choiceBlock } from '../clarify/blocks';
import { context, quote, section } from '../../blocks/builders';
import { askBeforeSharing, FEEDBACK, NOT_WHAT_I_ASKED, SHARE } from './blocks';
import { suggestButton } from '../suggest/blocks';
import type { MessageContent } from '../../blocks/message';
import { OUTDATED } from '../../blocks/outdated';
import type { RuleBook } from '../../../rule-book/types';
import type { Bot } from '../../bot';
import type { RequestOutcome } from '../../listener-task';
import { runListener } from '../../run-listener';
import { membershipOf, readersOf } from '../../membership';
import { decodeFollowUp, type FollowUp } from './payload';
import { replyOptions } from '../../reply-options';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';

/**
 * "Share in channel": posts the card where it was asked, and names who shares it. Guests share nothing. Where Slack does
 * not say who reads the channel, the person is asked first.
 */
export function shareAnswer(bot: Bot, request: BlockActionRequest): Promise<void> {
  return share(bot, request, false);
}

/** "Share anyway": the person says that only colleagues read the channel. */
export function shareAnyway(bot: Bot, request: BlockActionRequest): Promise<void> {
  return share(bot, request, true);
}

function share(bot: Bot, request: BlockActionRequest, isConfirmed: boolean): Promise<void> {
  return follow(bot, { request, name: SHARE }, async (value) => {
    const { book } = bot.rules();
    const routed = chooseRoute(book, { route: value.route, program: value.program });
    if (routed === undefined || request.respond === undefined) return OUTDATED;
    const refusal = await whyNotShare(bot, request, isConfirmed);
    if (refusal !== null) return refusal;
    const ids = [['share', request.user, request.channel, request.messageTs]] as const;
    const claim = await bot.store.claim({ ids, isRetry: false });
    if (claim.state !== 'ours') return sentence('You already shared this answer.');
    try {
      const answer = makeAnswer(routed, book);
      await request.respond({
        text: fallbackText(answer),
        blocks: sharedBlocks(answer, { request, question: value.question, bot }),
        response_type: 'in_channel',
        replace_original: false,
        unfurl_links: false,
        unfurl_media: false,
      });
      await claim.answered();
    } catch (error) {
      await claim.release();
      throw error;
    }
    return null;
  });
}

interface Sharing {
  readonly bot: Bot;
  readonly request: BlockActionRequest;
  readonly question: FollowUp['question'];
}

/** The asker's own question above the card, where they typed one. */
function sharedBlocks(answer: Answer, { bot, request, question }: Sharing): KnownBlock[] {
  const shared = context(`Shared by <@${request.user}>`);
  const isOwn = question !== null && question.askedBy === request.user && question.question !== '';
  const asked = isOwn ? [quote(question.question)] : [];
  return [...asked, ...cardBlocks(answer, bot.channels()), shared];
}

/** What the person reads in place of sharing; null where they may share. */
async function whyNotShare(
  bot: Bot,
  request: BlockActionRequest,
  isConfirmed: boolean,
): Promise<MessageContent | null> {
  const { client, user, channel, value = '' } = request;
  const [membership, readers] = await Promise.all([
    membershipOf(user, { client, log: bot.log }),
    readersOf(channel, client),
  ]);
  if (membership === 'guest') {
    return sentence("Guests can't share answers. Ask a colleague to do it for you.");
  }
  if (readers === 'others') {
    return sentence(
      "People from another organization can read this channel, so I can't share here.",
    );
  }
  const isKnown = membership === 'member' && readers === 'colleagues';
  return isKnown || isConfirmed ? null : askBeforeSharing(value);
}

/** "Not what I asked": offers the runner-ups to the person who asks. */
export function offerOthers(bot: Bot, request: BlockActionRequest): Promise<void> {
  return follow(bot, { request, name: NOT_WHAT_I_ASKED }, (value) => {
    const { version: rules, route, program, question } = value;
    const { book } = bot.rules();
    const row = { kind: 'rejected', route, program, rules } as const;
    bot.store.record({ kind: 'choice', by: placeOf(request), row });
    const choices = runnerUps(book, value);
    const text = 'What did you mean?';
    const options = replyOptions(bot, { canShare: true, question });
    const blocks = [section(`*${text}*`), choiceBlock({ choices }, options)];
    return { text, blocks };
  });
}

/** Each runner-up once, and never the answer that was not meant. */
function runnerUps(book: RuleBook, { route, program, otherRoutes }: FollowUp): Choice[] {
  const choices = otherRoutes.flatMap((name) => {
    const routed = chooseRoute(book, { route: name, program });
    return routed === undefined || routed.route === route ? [] : choiceOf(routed, book);
  });
  return choices.filter(
    ({ candidate }, at) =>
      choices.findIndex((one) => one.candidate.route === candidate.route) === at,
  );
}

/** Counts a vote on an answer, and says thank you. An asker who was not helped may suggest the question. */
export function takeFeedback(bot: Bot, request: BlockActionRequest): Promise<void> {
  return follow(bot, { request, name: FEEDBACK }, (value) => {
    const { version, route, program, helped, question } = value;
    const row = { route, program, rules: version, helped: helped === true ? 1 : 0 };
    bot.store.record({ kind: 'vote', by: placeOf(request), row });
    if (helped === true) return sentence("Thank you. I'm glad it helped.");
    const thanks = sentence('Thank you. To see other answers, select “Not what I asked”.');
    if (question?.askedBy !== request.user || question.question === '') return thanks;
    const suggest = suggestButton({ version, outcome: 'answer', route, program }, question);
    const blocks: KnownBlock[] = [...thanks.blocks, { type: 'actions', elements: [suggest] }];
    return { ...thanks, blocks };
  });
}

/** The person, and the message: a second vote there replaces the first. */
function placeOf({ user, channel, messageTs }: BlockActionRequest): string[] {
  return [user, channel, messageTs];
}

function sentence(text: string): MessageContent {
  return { text, blocks: [section(text)] };
}

/** What that person alone sees; null where everybody sees it. */
type Reply = MessageContent | null;

function follow(
  bot: Bot,
  { request, name }: { request: BlockActionRequest; name: string },
  reply: (value: FollowUp) => Reply | Promise<Reply>,
): Promise<void> {
  return runListener(bot, {
    kind: 'button',
    apologyChannels: () => apologyChannelsFor(request),
    async run(): Promise<RequestOutcome> {
      const value = decodeFollowUp(request.value, bot.rules().book, bot.sign);
      if (value === undefined) {
        await replyPrivately(request, OUTDATED);
        return { outcome: 'outdated-button' };
      }
      const content = await reply(value);
      if (content !== null) await replyPrivately(request, content);
      const vote = value.helped === undefined ? {} : { helped: value.helped };
      return { outcome: name, route: value.route, ...vote };
    },
  });
}
