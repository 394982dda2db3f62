import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../answer/types';
import { askTeamButton } from '../features/escalate/blocks';
import type { ReplyToLead } from '../../answer/reply-to-lead';
import { preformatted, section } from './builders';
import { cardBlocks, fallbackText } from './card';
import { choiceBlock } from '../features/clarify/blocks';
import { followUpBlocks } from '../features/feedback/blocks';
import { suggestButton } from '../features/suggest/blocks';
import type { MessageContent } from './message';
import type { ChannelIds } from './mrkdwn';
import type { SignedQuestion } from '../payloads/signed-question';

export interface ReplyOptions {
  /** Of the rule book. */
  readonly version: string;
  readonly channels: ChannelIds;
  /** Whether there is a channel to share the reply in: only the asker sees it as yet. */
  readonly canShare: boolean;
  /** What the asker typed; null where it was an email of somebody else, or the button no longer carries it. */
  readonly question: SignedQuestion | null;
}

/** The reply to a question: the card, and the buttons for what may come next. */
export function replyMessage(answer: Answer, options: ReplyOptions): MessageContent {
  const { channels, version, question } = options;
  const blocks = cardBlocks(answer, channels);
  const { outcome } = answer.routed;
  if (answer.reply !== null) blocks.splice(-1, 0, replyBlock(answer.reply));
  if (answer.isGuess) {
    blocks.splice(-1, 0, section('*Did you mean …?*'), choiceBlock(answer, options));
  } else if (outcome === 'clarify') blocks.splice(1, 0, choiceBlock(answer, options));
  if (outcome === 'none' && question !== null) {
    blocks.push(unknownBlock(answer, { version, question }));
  }
  blocks.push(...followUpBlocks(answer, options));
  return { text: fallbackText(answer), blocks };
}

/** Where the bot knows no answer: the asker may ask the team, and suggest the question for the rules. */
function unknownBlock(
  { routed }: Answer,
  { version, question }: { version: string; question: SignedQuestion },
): KnownBlock {
  const given = { version, outcome: 'none', route: null, program: routed.program } as const;
  const suggest = question.question === '' ? [] : [suggestButton(given, question)];
  return { type: 'actions', elements: [askTeamButton(question), ...suggest] };
}

function replyBlock({ subject, body }: ReplyToLead): KnownBlock {
  return preformatted('Reply to the lead, to copy', `${subject}\n\n${body}`);
}
