import { makeAnswer } from '../../../answer/answer';
import { answerFollowUp, keepProgram } from '../../../answer/follow-up';
import { greetingName } from '../../../answer/greeting-name';
import { type BuiltIn, builtInOf } from './built-in';
import { builtInMessage } from './built-in-message';
import { withRemarks } from '../../blocks/remarks';
import { replyMessage } from '../../blocks/reply-message';
import { normalizeText } from '../../../router/text/normalize-text';
import { stripSlackMarkup } from '../../../router/text/slack-markup';
import type { Routed } from '../../../router/types';
import { answerQuestion, type RenderedAnswer } from '../../answer-question';
import type { Bot } from '../../bot';
import { answerOnce, type Delivered } from '../../delivery/idempotent-answer';
import { answeredOutcome } from '../../run-listener';
import { markAnswer } from '../../delivery/answer-marker';
import { signQuestion } from '../../payloads/signed-question';
import { readAsking, replyOptions } from '../../reply-options';
import { deliver, type DeliveryChannel } from '../../delivery/deliver';
import { privateChannels, type OutgoingMessage } from '../../delivery/channels';
import { apologyChannelsFor } from '../../block-action';

/** A question that somebody wrote where others can read it, or to the bot alone. */
export interface PostedQuestion {
  readonly kind: 'mention' | 'direct';
  readonly text: string;
  /** The asker wrote the text; otherwise somebody else did, and it goes into no button. */
  readonly isOwn: boolean;
  /** The name of whoever wrote the email, where the text is one; not checked yet. */
  readonly sender: string | null;
  /** Sentences on what was not read. */
  readonly remarks: readonly string[];
  readonly channel: string;
  readonly ts: string;
  /** The thread to answer in; null: in the channel itself. */
  readonly thread: string | null;
  readonly user: string;
}

/**
 * Answers a posted question with one message; where it may not stand there, to the asker alone. Our links are never
 * unfurled.
 */
export function answerInThread(
  bot: Bot,
  delivered: Delivered,
  question: PostedQuestion,
): Promise<void> {
  const { channel, thread, user, ts } = question;
  const { client } = delivered;
  // Slack shows no private message in a thread that has no reply yet.
  const recipient = { client, user, channel, thread: thread === ts ? null : thread };
  return answerOnce(bot, delivered, {
    message: question,
    kind: question.kind,
    apologyChannels: () => apologyChannelsFor(recipient),
    run: () =>
      answerQuestion({
        route: () => routeQuestion(bot, question),
        render: (decision) => renderAnswer(bot, question, decision),
        async deliver(content) {
          const channels = [inTheOpen(client, question), ...privateChannels(recipient)];
          const remarked = withRemarks(content, question.remarks);
          const place = await deliver(channels, markAnswer(remarked, ts));
          return place === IN_THE_OPEN ? undefined : place;
        },
      }),
  });
}

const IN_THE_OPEN = 'thread';

/** In the thread, or in the channel itself, for all to see. */
export function inTheOpen(
  client: Delivered['client'],
  { channel, thread }: Pick<PostedQuestion, 'channel' | 'thread'>,
): DeliveryChannel<OutgoingMessage> {
  const place = { channel, ...(thread !== null && { thread_ts: thread }) };
  const quiet = { unfurl_links: false, unfurl_media: false };
  return {
    name: IN_THE_OPEN,
    send: (words) => client.chat.postMessage({ ...place, ...words, ...quiet }),
  };
}

/** A follow-up that only names another program is about the previous answer of the thread. */
function routeQuestion(bot: Bot, question: PostedQuestion): Routed | BuiltIn {
  const { text } = question;
  const builtIn = builtInOf(text);
  if (builtIn !== null) return builtIn;
  const { book, router } = bot.rules();
  const previous = bot.threadMemory.recall(question);
  const followUp =
    previous && answerFollowUp(stripSlackMarkup(normalizeText(text)), previous, book);
  if (followUp !== undefined) return followUp;
  const routed = router.route(text, { surface: 'mention' });
  if (previous === undefined || routed.outcome !== 'answer') return routed;
  return keepProgram(routed, previous, book);
}

function renderAnswer(
  bot: Bot,
  { text, user, isOwn, sender, channel, thread }: PostedQuestion,
  decision: Routed | BuiltIn,
): RenderedAnswer {
  const { book } = bot.rules();
  if (typeof decision === 'string') {
    const content = builtInMessage(decision, { book, channels: bot.channels() });
    return { content, done: { outcome: decision } };
  }
  const { asked: typed } = readAsking(user, text);
  const asked = isOwn ? typed : { user, text: '' };
  const options = replyOptions(bot, { canShare: false, question: signQuestion(asked, bot.sign) });
  const answer = makeAnswer(decision, book, greetingName(sender));
  if (answer.route !== null) {
    const about = { route: answer.route.id, program: answer.program?.id ?? null };
    bot.threadMemory.remember({ channel, thread }, about);
  }
  return { content: replyMessage(answer, options), done: answeredOutcome(answer, book) };
}

/** Nothing is left beside mentions, or only a call for help. */
export function isEmptyQuestion(text: string): boolean {
  const words = text.replace(/<@[^<>]{1,40}>/g, ' ').trim();
  return words === '' || /^help\W*$/i.test(words);
}
