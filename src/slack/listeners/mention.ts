import type { AppMentionEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { answerOnce, type Delivered } from '../answer-once';
import type { Bot } from '../bot';
import { COMMAND } from '../names';
import { markAnswer } from '../own-answer';
import { readReceivedLetter } from '../payloads/letter';
import { answerInThread, isEmptyQuestion } from './answer-in-thread';

interface MentionArguments extends Delivered {
  readonly event: AppMentionEvent & { readonly user_team?: string; readonly source_team?: string };
  readonly body: Delivered['body'] & {
    readonly team_id: string;
    readonly is_ext_shared_channel?: boolean;
  };
}

/** A mention with a question: an answer in the thread. Other bots and edited messages are left alone. */
export async function answerMention(bot: Bot, mention: MentionArguments): Promise<void> {
  const { event, client } = mention;
  if (event.bot_id !== undefined || event.edited !== undefined || event.user === undefined) return;
  if (isAmongOthers(mention)) {
    await pointToCommand(bot, mention);
    return;
  }
  const isBare = event.thread_ts !== undefined && isEmptyQuestion(event.text);
  await answerInThread(bot, mention, {
    kind: 'mention',
    text: isBare ? await firstOfThread(client, event) : event.text,
    isOwn: !isBare,
    channel: event.channel,
    ts: event.ts,
    thread: event.thread_ts ?? event.ts,
    user: event.user,
  });
}

/** Another organisation reads along, or asks. */
function isAmongOthers({ event, body }: MentionArguments): boolean {
  const team = event.user_team ?? event.source_team ?? body.team_id;
  return body.is_ext_shared_channel === true || team !== body.team_id;
}

/** One sentence and no route: what we know is for colleagues. */
function pointToCommand(bot: Bot, mention: MentionArguments): Promise<void> {
  const { channel, ts, thread_ts: thread = ts } = mention.event;
  const text = `Here I answer nobody. Colleagues ask me privately, with \`${COMMAND}\`.`;
  return answerOnce(bot, mention, {
    message: { channel, ts, thread },
    kind: 'mention',
    // There is nothing to apologize for among others: Slack sends the event again.
    sorry: () => Promise.reject(new Error('The sentence could not be posted.')),
    async work() {
      const content = markAnswer({ text, blocks: [] }, ts);
      await mention.client.chat.postMessage({ channel, thread_ts: thread, ...content });
      return { outcome: 'among-others' };
    },
  });
}

/**
 * The text that a thread begins with, for a mention that says nothing itself. Without the scope to read the channel it
 * is empty, and the reply asks for the question.
 */
async function firstOfThread(client: WebClient, event: AppMentionEvent): Promise<string> {
  try {
    const { messages } = await client.conversations.replies({
      channel: event.channel,
      ts: event.thread_ts ?? event.ts,
      limit: 1,
    });
    return readReceivedLetter(messages?.[0]).text;
  } catch {
    return '';
  }
}
