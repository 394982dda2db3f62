import type { Button, KnownBlock, ModalView } from '@slack/types';
import { context, preformatted, section } from '../../blocks/builders';
import { escapeText } from '../../blocks/mrkdwn';
import type { SignedQuestion } from '../../payloads/signed-question';
import { encodeEscalation } from './payload';

export const ASK_TEAM = 'ask-team';
export const ASK_TEAM_MODAL = 'ask-team';
export const ASK_TEAM_TEXT = 'ask-team-text';

/** A button for the asker alone: it shows what will be posted before anything is. */
export function askTeamButton(question: SignedQuestion): Button {
  return {
    type: 'button',
    action_id: ASK_TEAM,
    text: { type: 'plain_text', text: 'Ask the team' },
    value: encodeEscalation(question),
  };
}

const FRAME = {
  type: 'modal',
  callback_id: ASK_TEAM_MODAL,
  title: { type: 'plain_text', text: 'Ask the team' },
} as const;

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
  if (!canPost) return pasteModal({ question, channel, isLate: false, notes });
  return {
    ...FRAME,
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
          ...(question !== '' && { initial_value: question }),
          placeholder: { type: 'plain_text', text: 'Your question, in your own words' },
          max_length: 2800,
        },
      },
      ...notes,
    ],
  };
}

interface PasteModal {
  readonly question: string;
  /** The channel's name, such as `#team`. */
  readonly channel: string;
  /** Slack was asked to post it, and has not said whether it did. */
  readonly isLate: boolean;
  readonly notes?: readonly KnownBlock[];
}

/** Where the bot could not post: the text to paste. */
export function pasteModal({ question, channel, isLate, notes = [] }: PasteModal): ModalView {
  const place = escapeText(channel);
  const why = isLate
    ? `Slack has not said yet whether your question is in ${place}. Please look there.`
    : `I cannot post in ${place} from here.`;
  const what = isLate ? 'If it is not, please paste this there:' : 'Please paste this there:';
  const text = question === '' ? 'Please ask there yourself.' : what;
  const toPaste = question === '' ? [] : [preformatted('Question', question)];
  return closingModal([section(`${why} ${text}`), ...toPaste, ...notes]);
}

/** After it. */
export function postedModal(place: string): ModalView {
  return closingModal([section(`Your question is with the team: ${escapeText(place)}`)]);
}

function closingModal(blocks: KnownBlock[]): ModalView {
  return { ...FRAME, close: { type: 'plain_text', text: 'Close' }, blocks };
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
