import { z } from 'zod';

const address = z.object({ name: z.string().nullish(), address: z.string().nullish() });

/** A file that holds an email forwarded into Slack. */
const emailFile = z.object({
  mode: z.string().optional(),
  filetype: z.string().optional(),
  subject: z.string().nullish(),
  title: z.string().nullish(),
  from: z.array(address).nullish(),
  plain_text: z.string().nullish(),
  preview_plain_text: z.string().nullish(),
  preview: z.string().nullish(),
});

/** The parts of a message that may hold a letter. Source: https://docs.slack.dev/reference/objects/file-object */
const letterMessage = z.object({
  text: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
  attachments: z.array(z.object({ text: z.string().nullish() })).nullish(),
  blocks: z.array(z.unknown()).nullish(),
});

/** What somebody outside wrote, as far as a message holds it. */
export interface ReceivedLetter {
  /** Empty where the message holds no text. */
  readonly text: string;
  /** The sender's name as the mail gives it. */
  readonly sender: string | null;
}

/** Reads the letter out of a message: a forwarded email (its first file), or pasted text. */
export function readReceivedLetter(message: unknown): ReceivedLetter {
  const parsed = letterMessage.safeParse(message);
  if (!parsed.success) return { text: '', sender: null };
  const { text, files, attachments, blocks } = parsed.data;
  const email = findEmail(files ?? []);
  if (email !== undefined) return email;
  const pasted = text?.trim() ?? '';
  if (pasted !== '') return { text: pasted, sender: null };
  const shared = (attachments ?? []).flatMap((one) => one.text ?? []).join('\n');
  return { text: shared.trim() === '' ? textIn(blocks ?? []) : shared, sender: null };
}

function findEmail(files: readonly unknown[]): ReceivedLetter | undefined {
  for (const file of files) {
    const { success, data } = emailFile.safeParse(file);
    if (success && (data.mode === 'email' || data.filetype === 'email')) return readEmail(data);
  }
  return undefined;
}

function readEmail(email: z.infer<typeof emailFile>): ReceivedLetter {
  const bodies = [email.plain_text, email.preview_plain_text, stripHtml(email.preview ?? '')];
  const body = bodies.find((one) => (one ?? '').trim() !== '') ?? '';
  const subject = email.subject ?? email.title ?? '';
  const text = [subject === '' ? '' : `Subject: ${subject}`, body].join('\n\n').trim();
  return { text, sender: email.from?.[0]?.name ?? null };
}

/** The words of an HTML mail; good enough to tell what it is about. */
function stripHtml(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]{0,500}>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&nbsp;/g, ' ');
}

/** The texts of rich text blocks, one after the other. */
function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, elements } = value as Record<string, unknown>;
  const own = typeof text === 'string' ? text : textIn(text);
  const inner = textIn(elements);
  return `${own}${inner}${String(type).startsWith('rich_text_') ? '\n' : ''}`;
}
