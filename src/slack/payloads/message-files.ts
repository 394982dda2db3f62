import { z } from 'zod';
import { type Email, readEmailFile } from './email-file';

/** A file as far as its text or its kind is there to read. Source: https://docs.slack.dev/reference/objects/file-object */
const otherFile = z.object({
  mode: z.string().nullish().catch(null),
  name: z.string().nullish().catch(null),
  filetype: z.string().nullish().catch(null),
  pretty_type: z.string().nullish().catch(null),
  preview: z.string().nullish().catch(null),
});
type OtherFile = z.infer<typeof otherFile>;

/** What the files of a message hold. */
export interface MessageFiles {
  readonly emails: readonly Email[];
  /** The text of snippets. */
  readonly snippets: readonly string[];
  /** The kinds of files that were not read, such as "PDF" or ".eml", each once. */
  readonly unread: readonly string[];
}

/** Sorts a message's files by what can be read of them. */
export function readFiles(files: readonly unknown[]): MessageFiles {
  const [emails, snippets, unread]: [Email[], string[], string[]] = [[], [], []];
  for (const file of files) {
    const email = readEmailFile(file);
    if (email !== undefined && email.body !== '') {
      emails.push(email);
      continue;
    }
    const { success, data } = otherFile.safeParse(file);
    if (!success) continue;
    const snippet = snippetOf(data);
    if (snippet === '') unread.push(kindOf(data));
    else snippets.push(snippet);
  }
  return { emails, snippets, unread: [...new Set(unread)] };
}

function snippetOf({ mode, filetype, preview }: OtherFile): string {
  const isText = mode === 'snippet' || filetype === 'text';
  return isText ? (preview?.trim() ?? '') : '';
}

/** File types that people know by their ending rather than by Slack's name for them. */
const BY_ENDING: ReadonlySet<string> = new Set(['eml', 'msg', 'binary']);
const LONGEST_KIND = 20;

function kindOf({ name, filetype, pretty_type }: OtherFile): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const isByEnding = BY_ENDING.has(ending) || BY_ENDING.has(filetype ?? '');
  if (pretty_type != null && !isByEnding) return pretty_type.slice(0, LONGEST_KIND);
  return ending === '' ? 'these' : `.${ending}`;
}
