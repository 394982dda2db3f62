import type { KnownBlock, ModalView } from '@slack/types';
import { context, cut, preformatted, section } from './block-builders';
import { escapeText } from './mrkdwn';

export const ASK_TEAM = 'ask-team';
export const ASK_TEAM_MODAL = 'ask-team';
export const ASK_TEAM_TEXT = 'ask-team-text';
/** A button's value holds 2,000 characters; the question gets 1,500 of them. */
const LONGEST_QUESTION = 1500;

/** A question that somebody typed, and who. */
export interface Asked {
  readonly user: string;
  readonly text: string;
}

/** What "Ask the team" carries: who asked, and the question, cut where it is too long for a button. */
export interface AskTeamValue {
  readonly a: string;
  readonly q: string;
  /** Whether the question was cut. */
  readonly c: boolean;
}

/** A button for the asker alone: it shows what will be posted before anything is. */
export function askTeamBlock(asked: Asked): KnownBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: ASK_TEAM,
        text: { type: 'plain_text', text: 'Ask the team' },
        value: JSON.stringify(askTeamValue(asked)),
      },
    ],
  };
}

/** JSON writes some characters as two or six: what counts is the length that Slack sees. */
export function askTeamValue({ user, text }: Asked): AskTeamValue {
  let q = text.slice(0, LONGEST_QUESTION);
  while (JSON.stringify(q).length > LONGEST_QUESTION + 300) q = q.slice(0, -100);
  return { a: user, q, c: q.length < text.length };
}

interface AskTeamModal {
  readonly question: string;
  readonly isCut: boolean;
  /** The channel's name, such as `#team`. */
  readonly channel: string;
  /** Whether the bot can post there; otherwise the text is to be pasted. */
  readonly canPost: boolean;
}

/** Shows exactly what will be posted, to edit; or the text to paste, and where. */
export function askTeamModal({ question, isCut, channel, canPost }: AskTeamModal): ModalView {
  const notes = isCut ? [context('The question was too long and is cut here.')] : [];
  const frame = {
    type: 'modal',
    callback_id: ASK_TEAM_MODAL,
    title: { type: 'plain_text', text: 'Ask the team' },
  } as const;
  if (!canPost) {
    return {
      ...frame,
      close: { type: 'plain_text', text: 'Close' },
      blocks: [
        section(`I cannot post in ${escapeText(channel)} from here. Paste this there:`),
        preformatted('Question', question),
        ...notes,
      ],
    };
  }
  return {
    ...frame,
    close: { type: 'plain_text', text: 'Cancel' },
    submit: { type: 'plain_text', text: 'Post it' },
    blocks: [
      section(
        `This is posted in ${escapeText(channel)}, with your name. Leave out what customers wrote.`,
      ),
      {
        type: 'input',
        block_id: ASK_TEAM_TEXT,
        label: { type: 'plain_text', text: 'Question' },
        element: {
          type: 'plain_text_input',
          action_id: ASK_TEAM_TEXT,
          multiline: true,
          initial_value: cut(question, 3000),
          max_length: 2800,
        },
      },
      ...notes,
    ],
  };
}

/** The post: the asker in the first line, the question quoted as plain text in which nothing is live. */
export function askTeamPost(
  user: string,
  question: string,
): { text: string; blocks: KnownBlock[] } {
  return {
    text: `<@${user}> asks: ${escapeText(question)}`,
    blocks: [
      section(`<@${user}> asks:`),
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: question }] }],
      },
    ],
  };
}
