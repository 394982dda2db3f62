import type { Answer } from '../answer';
import { type Asked, askTeamBlock } from './ask-team';
import { cardBlocks, fallbackText } from './card';
import { choiceBlock } from './choices';
import { followUpBlocks } from './follow-ups';
import type { MessageContent } from './message';
import type { ChannelIds } from './mrkdwn';

export interface ReplyOptions {
  /** Of the rule book. */
  readonly version: string;
  readonly channels: ChannelIds;
  /** Whether only the asker sees the reply. */
  readonly isPrivate: boolean;
  /** What the asker typed, and who; null where a letter was asked about or it is not known any more. */
  readonly asked: Asked | null;
}

/** The reply to a question: the card, and the buttons for what may come next. */
export function replyMessage(answer: Answer, options: ReplyOptions): MessageContent {
  const { version, channels, isPrivate, asked } = options;
  const blocks = cardBlocks(answer, channels);
  const { outcome } = answer.routed;
  if (outcome === 'clarify') blocks.splice(1, 0, choiceBlock(answer, version, asked));
  if (outcome === 'none' && asked !== null) blocks.push(askTeamBlock(asked));
  blocks.push(...followUpBlocks(answer, { version, isPrivate }));
  return { text: fallbackText(answer), blocks };
}
