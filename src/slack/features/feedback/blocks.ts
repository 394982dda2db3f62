import type { Button, KnownBlock } from '@slack/types';
import type { Answer } from '../../../answer/types';
import type { SignedQuestion } from '../../payloads/signed-question';
import { section } from '../../blocks/builders';
import { encodeFollowUp } from './payload';

/** Action ids of the buttons below an answer. */
export const SHARE = 'share';
/** Below the question whether to share where the bot cannot tell who reads. */
export const SHARE_ANYWAY = 'share-anyway';
export const NOT_WHAT_I_ASKED = 'not-what-i-asked';
export const FEEDBACK = 'feedback';

interface FollowUpOptions {
  /** Of the rule book. */
  readonly version: string;
  /** Whether only the asker sees the answer, and there is a channel to share it in. */
  readonly canShare: boolean;
  /** Null where the asker cannot do anything with the question. */
  readonly question: SignedQuestion | null;
}

/** The buttons below an answer. */
export function followUpBlocks(
  answer: Answer,
  { version, canShare, question }: FollowUpOptions,
): KnownBlock[] {
  const { route, routed, choices } = answer;
  if (route === null) return [];
  const value = {
    version,
    route: route.id,
    program: routed.program,
    otherRoutes: choices.map(({ candidate }) => candidate.route),
  };
  const withQuestion = { ...value, ...(question !== null && { signedQuestion: question }) };
  const buttons: Button[] = [
    ...(canShare ? [button(SHARE, 'Share in channel', encodeFollowUp(withQuestion))] : []),
    ...(choices.length > 0 && !answer.isGuess
      ? [button(NOT_WHAT_I_ASKED, 'Not what I asked', encodeFollowUp(withQuestion))]
      : []),
  ];
  return [
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as const] : []),
    feedbackBlock({
      positive: encodeFollowUp({ ...value, helped: true }),
      // Only a person who was not helped may suggest the question.
      negative: encodeFollowUp({ ...withQuestion, helped: false }),
    }),
  ];
}

/** Asks before the bot shares an answer; the button carries what the one before it carried. */
export function askBeforeSharing(value: string): { text: string; blocks: KnownBlock[] } {
  const text =
    'I can’t see who reads this conversation. Share the answer only if no other organization reads it.';
  const elements = [button(SHARE_ANYWAY, 'Share anyway', value)];
  return { text, blocks: [section(text), { type: 'actions', elements }] };
}

function button(id: string, text: string, value: string): Button {
  return { type: 'button', action_id: id, text: { type: 'plain_text', text }, value };
}

/** The values of the two buttons. */
interface Votes {
  readonly positive: string;
  readonly negative: string;
}

/** Source: https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
function feedbackBlock({ positive, negative }: Votes): KnownBlock {
  const vote = (text: string, label: string, value: string) => ({
    text: { type: 'plain_text' as const, text },
    accessibility_label: label,
    value,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK,
        positive_button: vote('Helpful', 'This answer helped', positive),
        negative_button: vote('Not helpful', 'This answer did not help', negative),
      },
    ],
  };
}
