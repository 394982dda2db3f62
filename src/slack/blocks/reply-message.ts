import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../answer/answer';
import { type Asked, askTeamButton, type Sign } from '../features/escalate/blocks';
import type { ReplyToLead } from '../../answer/reply-to-lead';
import { preformatted, section } from './builders';
import { cardBlocks, fallbackText } from './card';
import { choiceBlock } from '../features/clarify/blocks';
import { followUpBlocks } from '../features/feedback/blocks';
import { suggestButton } from '../features/suggest/blocks';
import type { MessageContent } from './message';
import type { ChannelIds } from './mrkdwn';

export interface ReplyOptions {
  /** Of the rule book. */
  readonly version: string;
  readonly channels: ChannelIds;
  /** Whether there is a channel to share the reply in: only the asker sees it as yet. */
  readonly canShare: boolean;
  /** What the asker typed, and who; null where a letter was asked about or it is not known any more. */
  readonly asked: Asked | null;
  readonly sign: Sign;
}

/** The reply to a question: the card, and the buttons for what may come next. */
export function replyMessage(answer: Answer, options: ReplyOptions): MessageContent {
  const { channels, asked } = options;
  const blocks = cardBlocks(answer, channels);
  const { outcome } = answer.routed;
  if (answer.reply !== null) blocks.splice(-1, 0, replyBlock(answer.reply));
  if (answer.isGuess)
    blocks.splice(-1, 0, section('*Did you mean …?*'), choiceBlock(answer, options));
  else if (outcome === 'clarify') blocks.splice(1, 0, choiceBlock(answer, options));
  if (outcome === 'none' && asked !== null) blocks.push(unknownBlock(answer, asked, options));
  blocks.push(...followUpBlocks(answer, options));
  return { text: fallbackText(answer), blocks };
}

/** Where it is not known: the team may be asked, and the question given so that it will be known. */
function unknownBlock(
  { routed }: Answer,
  asked: Asked,
  { version, sign }: ReplyOptions,
): KnownBlock {
  const said = { v: version, oc: 'none', r: null, p: routed.program } as const;
  const give = asked.text === '' ? [] : [suggestButton(said, asked, sign)];
  return { type: 'actions', elements: [askTeamButton(asked, sign), ...give] };
}

function replyBlock({ subject, body }: ReplyToLead): KnownBlock {
  return preformatted('Reply to the lead, to copy', `${subject}\n\n${body}`);
}
