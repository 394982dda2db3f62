import type { Button, KnownBlock } from '@slack/types';
import type { Answer } from '../../../answer/answer';
import { type Asked, askTeamValue, type Sign } from '../escalate/blocks';
import { joinJson } from '../../blocks/join-json';

/** Action ids of the buttons below an answer. */
export const SHARE = 'share';
export const NOT_WHAT_I_ASKED = 'not-what-i-asked';
export const FEEDBACK = 'feedback';

/** What the buttons below an answer carry: the rule book, the route and program, and the runner-ups. */
export interface FollowUpValue {
  readonly v: string;
  readonly r: string;
  readonly p: string | null;
  /** Route ids of the runner-ups. */
  readonly o: readonly string[];
}

interface FollowUpOptions {
  /** Of the rule book. */
  readonly version: string;
  /** Whether only the asker sees the answer, and there is a channel to share it in. */
  readonly canShare: boolean;
  readonly asked: Asked | null;
  readonly sign: Sign;
}

/** The buttons below an answer. */
export function followUpBlocks(
  answer: Answer,
  { version, canShare, asked, sign }: FollowUpOptions,
): KnownBlock[] {
  const { route, routed, choices } = answer;
  if (route === null) return [];
  const value = JSON.stringify({
    v: version,
    r: route.id,
    p: routed.program,
    o: choices.map(({ candidate }) => candidate.route),
  } satisfies FollowUpValue);
  const question = asked === null ? null : JSON.stringify(askTeamValue(asked, sign));
  const withQuestion = question === null ? value : joinJson(value, question);
  const buttons: Button[] = [
    ...(canShare ? [button(SHARE, 'Share in channel', value)] : []),
    ...(choices.length > 0 ? [button(NOT_WHAT_I_ASKED, 'Not what I asked', withQuestion)] : []),
  ];
  return [
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as const] : []),
    feedbackBlock(value, withQuestion),
  ];
}

function button(id: string, text: string, value: string): Button {
  return { type: 'button', action_id: id, text: { type: 'plain_text', text }, value };
}

/** Source: https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
function feedbackBlock(value: string, withQuestion: string): KnownBlock {
  const vote = (text: string, up: boolean) => ({
    text: { type: 'plain_text' as const, text },
    accessibility_label: up ? 'This answer helped' : 'This answer did not help',
    // Who was not helped may want to give the question.
    value: joinJson(up ? value : withQuestion, JSON.stringify({ up })),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK,
        positive_button: vote('Helpful', true),
        negative_button: vote('Not helpful', false),
      },
    ],
  };
}
