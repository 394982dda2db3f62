import { z } from 'zod';
import { type Email, findEmail } from './email-file';
import { textOfBlocks } from './rich-text';
import { emailSenderIn } from './email-sender';

const attachment = z.object({
  pretext: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  fields: z.array(z.object({ title: z.string().nullish(), value: z.string().nullish() })).nullish(),
  blocks: z.array(z.unknown()).nullish(),
  files: z.array(z.unknown()).nullish(),
});

/** The parts of a message that may hold a letter. Source: https://docs.slack.dev/reference/objects/file-object */
const letterMessage = z.object({
  text: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
  attachments: z.array(attachment.catch({})).nullish(),
  blocks: z.array(z.unknown()).nullish(),
});
type Attachment = z.infer<typeof attachment>;

/** What somebody outside wrote, as far as a message holds it. */
export interface ReceivedEmail {
  /** Empty where the message holds no text. */
  readonly text: string;
  /** The sender's name as the mail gives it. */
  readonly sender: string | null;
  /** Slack gave the beginning of a long mail only. */
  readonly isCut: boolean;
}

const NOTHING: ReceivedEmail = { text: '', sender: null, isCut: false };

/** Reads the letter out of a message: a forwarded email (its first file), or pasted text, or what a bot posted. */
export function readReceivedEmail(message: unknown): ReceivedEmail {
  const parsed = letterMessage.safeParse(message);
  if (!parsed.success) return NOTHING;
  const { text, files, attachments, blocks } = parsed.data;
  const inAttachments = (attachments ?? []).flatMap((one) => one.files ?? []);
  const email = findEmail([...(files ?? []), ...inAttachments]);
  if (email !== undefined) return letterOf(email);
  const pasted = [text ?? '', (attachments ?? []).map(textOfAttachment).join('\n')]
    .filter((part) => part.trim() !== '')
    .join('\n');
  const shown = pasted === '' ? textOfBlocks(blocks ?? []).trim() : pasted.trim();
  return { text: shown, sender: emailSenderIn(shown), isCut: false };
}

function letterOf({ subject, body, from, isCut }: Email): ReceivedEmail {
  const text = [subject === '' ? '' : `Subject: ${subject}`, body].join('\n\n').trim();
  return { text, sender: emailSenderIn(body) ?? from, isCut };
}

function textOfAttachment({ pretext, title, text, fields, blocks }: Attachment): string {
  const rows = (fields ?? []).map((field) => [field.title, field.value].filter(Boolean).join(': '));
  const parts = [pretext, title, text, ...rows].filter(Boolean);
  return parts.length > 0 ? parts.join('\n') : textOfBlocks(blocks ?? []);
}
