import { z } from 'zod';
import { readAttachments, type ReadAttachment } from './attachment';
import type { Email } from './email-file';
import { emailSenderIn, letterWriter } from './email-sender';
import { readFiles } from './message-files';
import { textOfBlocks } from './rich-text';
import { joinWithoutRepeats } from './same-words';

/** The parts of a message that may hold a letter. Source: https://docs.slack.dev/reference/events/message */
const letterMessage = z.object({
  text: z.string().nullish().catch(null),
  files: z.array(z.unknown()).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish().catch(null),
  blocks: z.array(z.unknown()).nullish().catch(null),
});

/** What a message says, as a reader sees it. */
export interface ReceivedEmail {
  /** Empty where the message holds no text. */
  readonly text: string;
  /** The name of whoever wrote the letter, where the message gives one safely. */
  readonly sender: string | null;
  /** Slack gave the beginning of a long mail only. */
  readonly isCut: boolean;
  /** Whoever posted the message typed all of the text. What was forwarded to them is not theirs. */
  readonly isOwn: boolean;
  /** Kinds of files that were not read. */
  readonly unread: readonly string[];
  /** How many mails the message holds; the first is read. */
  readonly mails: number;
}

const NOTHING: ReceivedEmail = {
  text: '',
  sender: null,
  isCut: false,
  isOwn: true,
  unread: [],
  mails: 0,
};

/**
 * Reads what a message shows: its text, blocks, attachments, and forwarded messages, each once. An email file is read
 * together with the note beside it.
 */
export function readReceivedEmail(message: unknown): ReceivedEmail {
  const { success, data } = letterMessage.safeParse(message);
  if (!success) return NOTHING;
  const attachments = readAttachments(data.attachments ?? []);
  const files = [...(data.files ?? []), ...attachments.flatMap((one) => one.files)];
  const { emails, snippets, unread } = readFiles(files);
  const typed = joinWithoutRepeats([data.text, textOfBlocks(data.blocks ?? [])]);
  const shared = [...attachedTexts(attachments, typed), ...snippets];
  const text = joinWithoutRepeats([typed, ...shared]).trim();
  const [email] = emails;
  const found = email === undefined ? pasted(text, shared.length === 0) : letterOf(email, text);
  return { ...found, unread, mails: emails.length };
}

/** A preview of a link is read only where the message says nothing itself. */
function attachedTexts(attachments: readonly ReadAttachment[], typed: string): string[] {
  const own = attachments.filter(({ isPreview }) => !isPreview);
  const isSilent = typed === '' && own.every(({ text }) => text === '');
  return (isSilent ? attachments : own).flatMap(({ text }) => (text === '' ? [] : [text]));
}

type Letter = Omit<ReceivedEmail, 'unread' | 'mails'>;

function pasted(text: string, isOwn: boolean): Letter {
  return { text, sender: emailSenderIn(text), isCut: false, isOwn };
}

function letterOf({ subject, body, from, recipients, isCut }: Email, note: string): Letter {
  const letter = [subject === '' ? '' : `Subject: ${subject}`, body].join('\n\n').trim();
  const sender = letterWriter(letter, { from, recipients });
  return { text: `${note}\n\n${letter}`.trim(), sender, isCut, isOwn: false };
}
