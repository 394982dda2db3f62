import { z } from 'zod';
import { looksLikeHtml, textOfHtml } from './html-text';

const address = z.object({ name: z.string().nullish(), address: z.string().nullish() });
const addresses = z.array(address).nullish().catch(null);

/** A file that holds an email forwarded into Slack; @slack/types lacks most of these fields. */
const emailFile = z.object({
  mode: z.string().nullish(),
  filetype: z.string().nullish(),
  subject: z.string().nullish(),
  title: z.string().nullish(),
  from: addresses,
  to: addresses,
  cc: addresses,
  plain_text: z.string().nullish(),
  preview_plain_text: z.string().nullish(),
  simplified_html: z.string().nullish(),
  preview: z.string().nullish(),
  preview_is_truncated: z.boolean().nullish().catch(null),
});
type EmailFile = z.infer<typeof emailFile>;

/** An email as Slack gives it. */
export interface Email {
  readonly subject: string;
  readonly body: string;
  /** The name in its header. */
  readonly from: string | null;
  /** The names in its "To" and "Cc". */
  readonly recipients: readonly string[];
  readonly isCut: boolean;
}

/** Reads a file as an email; undefined where it is none. */
export function readEmailFile(file: unknown): Email | undefined {
  const { success, data } = emailFile.safeParse(file);
  return success && (data.mode === 'email' || data.filetype === 'email')
    ? readEmail(data)
    : undefined;
}

function readEmail(file: EmailFile): Email {
  const whole = plainPart(file);
  return {
    subject: file.subject ?? file.title ?? '',
    body: bodyOf(file, whole),
    from: file.from?.[0]?.name ?? null,
    recipients: [...(file.to ?? []), ...(file.cc ?? [])].flatMap(({ name }) => name ?? []),
    isCut: whole === '' && file.preview_is_truncated === true,
  };
}

/** The plain part; where a mailer put HTML into it, what that shows. */
function plainPart({ plain_text }: EmailFile): string {
  const text = plain_text?.trim() ?? '';
  return looksLikeHtml(text) ? textOfHtml(text) : text;
}

/** Mailers put such a sentence where the text should be. */
const STUB =
  /\b(?:does(?:n['’]t| not) support|enable|requires?|need) html|\bhtml (?:version|e-?mail|format|capable|enabled)|\b(?:view|read|open|see) (?:this|it|the) ?(?:e-?mail|message|newsletter)? ?(?:online|(?:in|on|with) (?:your|a|an|the))|\bkein html\b|\bhtml-ansicht\b|\bversion html\b/i;
/** In characters; a longer plain part says something itself. */
const LONGEST_STUB = 400;

function bodyOf(file: EmailFile, whole: string): string {
  const plain = whole === '' ? (file.preview_plain_text?.trim() ?? '') : whole;
  const isStub = plain.length <= LONGEST_STUB && STUB.test(plain);
  if (plain !== '' && !isStub) return plain;
  const shown = textOfHtml(file.simplified_html ?? file.preview ?? '');
  return shown.length > plain.length ? shown : plain;
}
