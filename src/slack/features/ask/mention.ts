import type { WebClient } from '@slack/web-api';
import { answerOnce, type Delivered } from '../../delivery/idempotent-answer';
import type { Bot } from '../../bot';
import { COMMAND } from '../../names';
import { markAnswer } from '../../delivery/answer-marker';
import { readReceivedEmail } from '../../payloads/received-email';
import { type MentionEvent, readMention } from '../../payloads/mention';
import { deliver } from '../../delivery/deliver';
import { answerInThread, inTheOpen, isEmptyQuestion } from './answer-in-thread';

interface MentionArguments extends Delivered {
  readonly event: unknown;
  readonly body: Delivered['body'] & {
    readonly is_ext_shared_channel?: boolean;
    readonly context_enterprise_id?: string | null;
  };
}

/** A mention with a question: an answer in the thread. */
export async function answerMention(bot: Bot, mention: MentionArguments): Promise<void> {
  const event = readMention(mention.event);
  if (event === undefined) return;
  if (isAmongOthers(bot, mention, event)) {
    await pointToCommand(bot, mention, event);
    return;
  }
  const isBare = event.thread_ts !== undefined && isEmptyQuestion(event.text);
  await answerInThread(bot, mention, {
    kind: 'mention',
    text: isBare ? await firstOfThread(mention.client, event) : event.text,
    isOwn: !isBare,
    channel: event.channel,
    ts: event.ts,
    thread: event.thread_ts ?? event.ts,
    user: event.user,
  });
}

/** Another organisation reads along, or asks. */
function isAmongOthers(bot: Bot, { body }: MentionArguments, event: MentionEvent): boolean {
  const { is_ext_shared_channel: isShared, context_enterprise_id: enterprise } = body;
  const team = event.user_team ?? event.source_team;
  return isShared === true || !bot.allowedTeams.isColleague(team, enterprise ?? undefined);
}

/** One sentence and no route: what we know is for colleagues. */
function pointToCommand(bot: Bot, mention: MentionArguments, event: MentionEvent): Promise<void> {
  const { channel, ts, thread_ts: thread = ts } = event;
  const text = `Here I answer nobody. Colleagues ask me privately, with \`${COMMAND}\`.`;
  return answerOnce(bot, mention, {
    message: { channel, ts, thread },
    kind: 'mention',
    // There is nothing to apologize for among others: Slack sends the event again.
    apologyChannels: () => [],
    async run() {
      const content = markAnswer({ text, blocks: [] }, ts);
      await deliver([inTheOpen(mention.client, { channel, thread })], content);
      return { outcome: 'among-others' };
    },
  });
}

/**
 * The text that a thread begins with, for a mention that says nothing itself. Without the scope to read the channel it
 * is empty, and the reply asks for the question.
 */
async function firstOfThread(client: WebClient, event: MentionEvent): Promise<string> {
  try {
    const { messages } = await client.conversations.replies({
      channel: event.channel,
      ts: event.thread_ts ?? event.ts,
      limit: 1,
    });
    return readReceivedEmail(messages?.[0]).text;
  } catch {
    return '';
  }
}
