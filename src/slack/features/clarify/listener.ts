import { makeAnswer } from '../../../answer/answer';
import { chooseRoute, NO_ROUTE } from '../../../answer/choose';
import { CHOICES } from './blocks';
import { context } from '../../blocks/builders';
import { replyMessage } from '../../blocks/reply-message';
import type { MessageContent } from '../../blocks/message';
import type { OurClaim } from '../../../store/claims';
import type { Bot } from '../../bot';
import { describeError } from '../../delivery/describe-error';
import type { RequestOutcome } from '../../listener-task';
import { runListener } from '../../run-listener';
import { OUTDATED } from '../../blocks/outdated';
import { type ChosenOption, decodeChoice } from './payload';
import { replyOptions } from '../../reply-options';
import { chooseInModal } from '../lead/modal-listener';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';
import { recordChoice } from './record-choice';

/** One of the buttons of a question back was used, in a message or in the modal of a lead. */
export function answerChoice(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { view } = request;
  return view === null ? answerInMessage(bot, request) : chooseInModal(bot, { ...request, view });
}

/**
 * Answers a question back. A private question is replaced by its answer. In a thread the first choice replaces it for
 * all and names who chose, whichever copy of the bot gets it; a later one is answered privately.
 */
function answerInMessage(bot: Bot, request: BlockActionRequest): Promise<void> {
  return runListener(bot, {
    kind: 'button',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const claim = await claimMessage(bot, request);
      try {
        const done = await show(bot, request, claim === null ? 'beside' : 'in the open');
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

async function show(
  bot: Bot,
  request: BlockActionRequest,
  claimed: Place,
): Promise<RequestOutcome> {
  const place = request.message === null ? 'replacing' : claimed;
  const choice = decodeChoice(request.value, bot.rules().book, bot.sign);
  const chosen =
    choice === undefined
      ? undefined
      : contentOf(bot, choice, { canShare: place !== 'in the open' });
  if (choice === undefined || chosen === undefined) {
    await replyPrivately(request, OUTDATED);
    return { outcome: 'outdated-button' };
  }
  await showAt(bot, { request, place }, chosen.content);
  recordChoice(bot, choice, [request.user, request.channel, request.messageTs]);
  return chosen.done;
}

/** Where the answer cannot take the question's place, the person who chose sees it alone. */
async function showAt(
  bot: Bot,
  { request, place }: { request: BlockActionRequest; place: Place },
  content: MessageContent,
): Promise<void> {
  try {
    if (!(await hasReplaced(request, place, content))) await replyPrivately(request, content);
  } catch (error) {
    if (place === 'beside') throw error;
    bot.log.warn(
      { surface: 'button', error: describeError(error) },
      'could not replace a question',
    );
    await replyPrivately(withoutFailed(request, place), content);
  }
}

/**
 * The request without the channel that just failed, which would fail again and cost time: the response_url, or the Web
 * API. Without a thread, the response_url comes first.
 */
function withoutFailed(request: BlockActionRequest, place: Place): BlockActionRequest {
  return place === 'replacing'
    ? { ...request, respond: undefined }
    : { ...request, thread: undefined };
}

async function hasReplaced(
  request: BlockActionRequest,
  place: Place,
  content: MessageContent,
): Promise<boolean> {
  if (place === 'beside') return false;
  if (place === 'in the open') await replaceForAll(request, content);
  else if (request.respond === undefined) return false;
  else await request.respond({ ...content, replace_original: true });
  return true;
}

/** The right to replace the message for all; null where there is none, or somebody else has it. */
async function claimMessage(
  bot: Bot,
  { message, channel }: BlockActionRequest,
): Promise<OurClaim | null> {
  if (message === null || !isOpen(message.blocks)) return null;
  const claim = await bot.store.claim({ ids: [['choice', channel, message.ts]], isRetry: false });
  return claim.state === 'ours' ? claim : null;
}

function isOpen(blocks: readonly unknown[]): boolean {
  return blocks.some((block) => (block as { block_id?: unknown } | null)?.block_id === CHOICES);
}

/** The message of the question becomes its answer. In the bot's own messages there is nobody else to name. */
async function replaceForAll(
  { channel, message, user, client }: BlockActionRequest,
  { text, blocks }: MessageContent,
): Promise<void> {
  const isDirect = channel.startsWith('D');
  const named = isDirect ? blocks : [...blocks, context(`Chosen by <@${user}>`)];
  await client.chat.update({ channel, ts: message?.ts ?? '', text, blocks: named });
}

/** The chosen answer; "None of these" leads to the team. Undefined where the route takes no such program. */
function contentOf(
  bot: Bot,
  { route, program, question }: ChosenOption,
  { canShare }: { canShare: boolean },
): { content: MessageContent; done: RequestOutcome } | undefined {
  const { book } = bot.rules();
  const routed = route === null ? NO_ROUTE : chooseRoute(book, { route, program });
  if (routed === undefined) return undefined;
  const options = replyOptions(bot, { canShare, question });
  const content = replyMessage(makeAnswer(routed, book), options);
  const done: RequestOutcome =
    routed.outcome === 'none'
      ? { outcome: 'none-of-these' }
      : { outcome: 'chosen', route: routed.route };
  return { content, done };
}
