import type { Button, KnownBlock, ModalView } from '@slack/types';
import { context, preformatted, section } from '../../blocks/builders';
import { escapeText } from '../../blocks/mrkdwn';
import type { SignedQuestion } from '../../payloads/signed-question';
import { type AskedIn, encodeAskedIn, encodeEscalation } from './payload';

export const ASK_TEAM = 'ask-team';
export const ASK_TEAM_MODAL = 'ask-team';
export const ASK_TEAM_TEXT = 'ask-team-text';

/** A button for the asker alone: it shows what the bot will post before it posts anything. */
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
  /** Whether the bot can post there; if not, the modal shows the text to paste. */
  readonly canPost: boolean;
  /** Null where the question was asked in private. */
  readonly askedIn: AskedIn | null;
}

/** Shows what the bot will post, to edit; or the text to paste, and where. */
export function askTeamModal({
  question,
  isCut,
  channel,
  canPost,
  askedIn,
}: AskTeamModal): ModalView {
  const notes = isCut ? [context('The question was too long, so I shortened it.')] : [];
  if (!canPost) return pasteModal({ question, channel, isUnknown: false, notes });
  const link = askedIn === null ? '' : ', a link to where you asked';
  return {
    ...FRAME,
    private_metadata: encodeAskedIn(askedIn),
    close: { type: 'plain_text', text: 'Cancel' },
    submit: { type: 'plain_text', text: 'Post it' },
    blocks: [
      section(
        `I post this in ${escapeText(channel)} with your name${link} and the closest answers. Leave out text that customers wrote.`,
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
  /** Slack got the post and did not say whether it took it. */
  readonly isUnknown: boolean;
  readonly notes?: readonly KnownBlock[];
}

/** Where the bot could not post, or does not know whether it did: the text to paste. */
export function pasteModal({ question, channel, isUnknown, notes = [] }: PasteModal): ModalView {
  const place = escapeText(channel);
  const why = isUnknown
    ? `Slack did not confirm that your question is in ${place}. Check there first.`
    : `I can't post in ${place} from here.`;
  const what = isUnknown ? "If it isn't there, paste this:" : 'Paste this there:';
  const text = question === '' ? 'Ask there yourself.' : what;
  const toPaste = question === '' ? [] : [preformatted('Question', question)];
  return closingModal([section(`${why} ${text}`), ...toPaste, ...notes]);
}

/**
 * The question is posted.
 *
 * @param place the link to the post, or the channel's name
 */
export function postedModal(place: string): ModalView {
  return closingModal([section(`I sent your question to the team: ${escapeText(place)}`)]);
}

/** Slack sent the same submission twice. */
export function repeatedModal(channel: string): ModalView {
  const text = `You already sent this question. Look in ${escapeText(channel)}.`;
  return closingModal([section(text)]);
}

function closingModal(blocks: KnownBlock[]): ModalView {
  return { ...FRAME, close: { type: 'plain_text', text: 'Close' }, blocks };
}
