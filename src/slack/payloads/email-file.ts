import { z } from 'zod';

const address = z.object({ name: z.string().nullish(), address: z.string().nullish() });

/** A file that holds an email forwarded into Slack; @slack/types lacks most of these fields. */
const emailFile = z.object({
  mode: z.string().nullish(),
  filetype: z.string().nullish(),
  subject: z.string().nullish(),
  title: z.string().nullish(),
  from: z.array(address).nullish().catch(null),
  plain_text: z.string().nullish(),
  preview_plain_text: z.string().nullish(),
  simplified_html: z.string().nullish(),
  preview: z.string().nullish(),
  preview_is_truncated: z.boolean().nullish().catch(null),
});

/** An email as Slack gives it. */
export interface Email {
  readonly subject: string;
  readonly body: string;
  /** The name in its header. */
  readonly from: string | null;
  readonly isCut: boolean;
}

/** What a letter is about stands in its first pages; in characters. */
const LONGEST_HTML = 200_000;

/** The first email among a message's files. */
export function findEmail(files: readonly unknown[]): Email | undefined {
  for (const file of files) {
    const { success, data } = emailFile.safeParse(file);
    if (success && (data.mode === 'email' || data.filetype === 'email')) return readEmail(data);
  }
  return undefined;
}

function readEmail(file: z.infer<typeof emailFile>): Email {
  const whole = trimmed(file.plain_text);
  const [body = ''] = [whole, trimmed(file.preview_plain_text), textOfHtml(file)].filter(Boolean);
  return {
    subject: file.subject ?? file.title ?? '',
    body,
    from: file.from?.[0]?.name ?? null,
    isCut: whole === '' && file.preview_is_truncated === true,
  };
}

function trimmed(text: string | null | undefined): string {
  return text?.trim() ?? '';
}

/** Loaded at the first mail that comes as HTML only. */
function htmlToText(): typeof import('html-to-text') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('html-to-text') as typeof import('html-to-text');
}

function textOfHtml({ simplified_html, preview }: z.infer<typeof emailFile>): string {
  const html = (simplified_html ?? preview ?? '').slice(0, LONGEST_HTML);
  return htmlToText()
    .convert(html, {
      wordwrap: false,
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
      ],
    })
    .trim();
}
