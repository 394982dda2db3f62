import { setTimeout as delay } from 'node:timers/promises';
import type { Claim } from '../../../store/claims';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';
import { OUTDATED } from '../../blocks/outdated';
import type { Bot } from '../../bot';
import { describeError } from '../../delivery/describe-error';
import type { RequestOutcome } from '../../listener-task';
import { isFullMember } from '../../membership';
import { runListener } from '../../run-listener';
import { permalink } from './asked-in';
import { decodeStep, type StepOption, type TeamStep } from './payload';
import { blocksAfter } from './post-blocks';

const NO_GUESTS = "Guests can't do this. Ask a colleague to do it for you.";

const TOO_LATE = {
  taken: 'Someone already took or closed this question.',
  answered: 'Someone already answered or closed this question.',
  closed: 'Someone already answered or closed this question.',
} as const;

/**
 * A press below the team's post: somebody takes the question, has answered it, or closes it. The first press of each
 * step counts, whichever copy of the bot gets it.
 */
export function takeTeamStep(bot: Bot, request: BlockActionRequest): Promise<void> {
  return runListener(bot, {
    kind: 'button',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const { value, message, user, client } = request;
      const option = decodeStep(value, bot.sign);
      const refuse = async (text: string, outcome: string): Promise<RequestOutcome> => {
        await replyPrivately(request, { text });
        return { outcome };
      };
      if (option === undefined || message === null) return refuse(OUTDATED.text, 'outdated-button');
      if (!(await isFullMember(user, { client, log: bot.log }))) return refuse(NO_GUESTS, 'guest');
      const claim = await claimStep(bot, option);
      if (claim === null) return refuse(TOO_LATE[option.step], 'escalation-step-too-late');
      try {
        await carryOut(bot, { ...request, message }, option);
      } catch (error) {
        await claim.release();
        throw error;
      }
      await claim.answered();
      return { outcome: `escalation-${option.step}` };
    },
  });
}

type PressOnPost = BlockActionRequest & {
  readonly message: NonNullable<BlockActionRequest['message']>;
};

/** Tells the asker of an answer, and shows on the post who took the step. */
async function carryOut(bot: Bot, press: PressOnPost, option: StepOption): Promise<void> {
  const { channel, message, user, client } = press;
  const { id, step } = option;
  const telling = step === 'answered' ? tellAsker(bot, press, option) : Promise.resolve(true);
  bot.store.record({ kind: 'escalation-step', escalation: id, step });
  const blocks = blocksAfter(message.blocks, { ...option, by: user }, bot.sign);
  const updating = client.chat.update({ channel, ts: message.ts, text: message.text, blocks });
  const [isTold] = await Promise.all([telling, updating]);
  if (isTold) return;
  const text = `I could not tell <@${option.askedBy}> about the answer. Please let them know.`;
  await replyPrivately(press, { text });
}

/** Tells the asker once that there is an answer; gives whether they know. */
async function tellAsker(
  bot: Bot,
  { channel, message, user, client }: PressOnPost,
  { id, askedBy }: StepOption,
): Promise<boolean> {
  const claim = await bot.store.claim({ ids: [['escalation', id, 'told']], isRetry: false });
  if (claim.state !== 'ours') return true;
  try {
    const link = await permalink(client, { channel, ts: message.ts });
    const text = `<@${user}> has answered your question: ${link ?? `<#${channel}>`}`;
    const quiet = { unfurl_links: false, unfurl_media: false };
    await bot.singleTryClient.chat.postMessage({ channel: askedBy, text, ...quiet });
  } catch (error) {
    bot.log.warn({ error: describeError(error) }, 'could not tell an asker of an answer');
    await claim.release();
    return false;
  }
  await claim.answered();
  return true;
}

type Finish = Pick<Extract<Claim, { state: 'ours' }>, 'answered' | 'release'>;

/**
 * The right to take a step; null where somebody has it. The step that ends an escalation rules out the one that takes it,
 * and waits for one under way: so the post never shows the older step last.
 */
async function claimStep(bot: Bot, { id, step }: StepOption): Promise<Finish | null> {
  const claim = (name: string): Promise<Claim> =>
    bot.store.claim({ ids: [['escalation', id, name]], isRetry: false });
  const own = await claim(isEnd(step) ? 'ended' : 'taken');
  if (own.state !== 'ours') return null;
  if (!isEnd(step)) return own;
  const taken = await whenSettled(() => claim('taken'));
  if (taken.state !== 'ours') return own;
  return {
    answered: async () => {
      await Promise.all([own.answered(), taken.answered()]);
    },
    release: async () => {
      await Promise.all([own.release(), taken.release()]);
    },
  };
}

function isEnd(step: TeamStep): boolean {
  return step !== 'taken';
}

/** How often and how long to wait for a step under way, in milliseconds. */
const WAITS = Array.from({ length: 10 }, () => 100);

async function whenSettled(claim: () => Promise<Claim>): Promise<Claim> {
  for (const wait of WAITS) {
    const found = await claim();
    if (found.state !== 'under way') return found;
    await delay(wait);
  }
  return claim();
}
