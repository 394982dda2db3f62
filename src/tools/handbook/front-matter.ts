import { parse } from 'yaml';
import { z } from 'zod';

/** The front matter of a page. */
export interface FrontMatter {
  readonly title: string | null;
  /** Former URLs that redirect to the page. */
  readonly aliases: readonly string[];
  /** The page's URL, if it does not follow from its path. */
  readonly url: string | null;
  /** The last part of its URL, if it is not the file name. */
  readonly slug: string | null;
}

const EMPTY: FrontMatter = { title: null, aliases: [], url: null, slug: null };
const FENCED = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** Other fields are ignored. */
const schema = z.object({
  title: z.string().nullish(),
  aliases: z.union([z.array(z.string()), z.string().transform((one) => [one])]).nullish(),
  url: z.string().nullish(),
  slug: z.string().nullish(),
});

/** Splits a Hugo page into its front matter and its text. The text keeps its line numbers. */
export function splitFrontMatter(text: string): { matter: FrontMatter; body: string } {
  const fenced = FENCED.exec(text);
  if (fenced === null) return { matter: EMPTY, body: text };
  const [whole, yaml = ''] = fenced;
  const body = '\n'.repeat(whole.split('\n').length - 1) + text.slice(whole.length);
  return { matter: readMatter(yaml), body };
}

function readMatter(yaml: string): FrontMatter {
  const result = schema.safeParse(parseQuietly(yaml));
  if (!result.success) return EMPTY;
  const { title = null, aliases, url = null, slug = null } = result.data;
  return { title, aliases: aliases ?? [], url, slug };
}

function parseQuietly(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch {
    return undefined;
  }
}
