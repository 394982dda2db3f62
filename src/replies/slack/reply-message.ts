import type { Answer } from '../answer';
import { cardBlocks, fallbackText } from './card';
import { choiceBlock } from './choices';
import type { MessageContent } from './message';
import type { ChannelIds } from './mrkdwn';

/** The reply to a question: the card, and buttons where two or three answers fit. */
export function replyMessage(
  answer: Answer,
  { version, channels }: { version: string; channels: ChannelIds },
): MessageContent {
  const blocks = cardBlocks(answer, channels);
  if (answer.routed.outcome === 'clarify') blocks.splice(1, 0, choiceBlock(answer, version));
  return { text: fallbackText(answer), blocks };
}
