import { answerOnce, type Delivered } from '../../delivery/idempotent-answer';
import type { Bot } from '../../bot';
import { COMMAND } from '../../names';
import { markAnswer } from '../../delivery/answer-marker';
import { readingRemarks } from '../../blocks/reading-remarks';
import { type MentionEvent, readMention } from '../../payloads/mention';
import { enterpriseOf } from '../../middleware/allowed-teams';
import { deliver } from '../../delivery/deliver';
import { answerInThread, inTheOpen } from './answer-in-thread';
import { readAskedMessage } from './thread-start';

/** An event by which somebody asks, as Bolt gives it. */
export interface AskEvent extends Delivered {
  readonly event: unknown;
  readonly body: Delivered['body'] & {
    readonly is_ext_shared_channel?: boolean;
  };
}

/** A mention with a question: an answer in the thread. */
export async function answerMention(bot: Bot, mention: AskEvent): Promise<void> {
  const event = readMention(mention.event);
  if (event === undefined) return;
  if (isAmongOthers(bot, mention, event)) {
    await pointToCommand(bot, mention, event);
    return;
  }
  const { channel, ts, thread_ts: thread = ts, user } = event;
  const asked = await readAskedMessage(mention.event, event, mention);
  const { text, isOwn, sender } = asked;
  const remarks = readingRemarks(asked);
  await answerInThread(bot, mention, {
    ...{ kind: 'mention', text, isOwn, sender, remarks },
    ...{ channel, ts, thread, user },
  });
}

/** Whether another organization reads along, or asks. */
export function isAmongOthers(
  bot: Bot,
  { body }: AskEvent,
  event: Pick<MentionEvent, 'user_team' | 'source_team'>,
): boolean {
  const team = event.user_team ?? event.source_team;
  const isShared = body.is_ext_shared_channel === true;
  return isShared || !bot.allowedTeams.isColleague(team, enterpriseOf(body));
}

/** One sentence and no route: the answers are for colleagues. */
function pointToCommand(bot: Bot, mention: AskEvent, event: MentionEvent): Promise<void> {
  const { channel, ts, thread_ts: thread = ts } = event;
  const text = `People from other organizations can read this channel, so I don't answer here. To ask me privately, use \`${COMMAND}\`.`;
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
