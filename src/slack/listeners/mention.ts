import type { AppMentionEvent } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Bot } from '../bot';
import { answerInThread } from './answer-in-thread';

interface MentionArguments {
  readonly event: AppMentionEvent;
  readonly client: WebClient;
}

/** `@Program Route QUESTION`: an answer in the thread. Other bots and edited messages are left alone. */
export async function answerMention(bot: Bot, { event, client }: MentionArguments): Promise<void> {
  if (event.bot_id !== undefined || event.edited !== undefined || event.user === undefined) return;
  await answerInThread(bot, client, {
    kind: 'mention',
    text: event.text,
    channel: event.channel,
    ts: event.ts,
    thread: event.thread_ts ?? event.ts,
    user: event.user,
  });
}
