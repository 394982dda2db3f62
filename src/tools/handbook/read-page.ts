import MarkdownIt, { type Token } from 'markdown-it';
import { type FrontMatter, splitFrontMatter } from './front-matter';
import { anchorsIn, linksIn, withoutTags } from './html';
import { HugoAnchors } from './hugo-anchors';
import { mailboxesIn } from './mailboxes';
import { plainHeading } from './plain-heading';
import { stripShortcodes } from './shortcodes';

/** The parts of a handbook page that rules can depend on. */
export interface HandbookPage {
  readonly matter: FrontMatter;
  readonly headings: readonly Heading[];
  /** Of headings, and of elements with an `id` or a `name`. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly PageLink[];
  /** Email addresses, in the text or in links. */
  readonly mailboxes: ReadonlySet<string>;
  /** Names of Slack channels, with `#`. */
  readonly channels: ReadonlySet<string>;
  /** The visible text, on one line. */
  readonly text: string;
}

export interface Heading {
  /** Without emoji and markup. */
  readonly text: string;
  readonly anchor: string;
}

export interface PageLink {
  /** The target as written. */
  readonly href: string;
  readonly text: string;
}

const markdown = new MarkdownIt({ html: true });
const OWN_ATTRIBUTES = /\{([^{}]*)\}\s*$/;
/** Source: https://slack.com/help/articles/201402297 (names of channels). */
const CHANNEL = /(?<![\w/#&])#[a-z][a-z0-9_-]{1,79}/g;

/** Reads a page of Hugo Markdown. */
export function readPage(source: string): HandbookPage {
  const { matter, body } = splitFrontMatter(source);
  const tokens = markdown.parse(stripShortcodes(body), {});
  const inline = tokens.flatMap((token) => token.children ?? []);
  const html = [...tokens, ...inline]
    .filter(({ type }) => type === 'html_block' || type === 'html_inline')
    .map(({ content }) => content)
    .join('\n');
  const headings = readHeadings(tokens);
  const links = [...readLinks(tokens), ...linksIn(html).map(hrefOnly)];
  const text = tokens.flatMap(seenText).join('\n');
  const mails = links.filter(({ href }) => /^mailto:/i.test(href)).map(({ href }) => href);
  return {
    matter,
    headings,
    anchors: new Set([...headings.map(({ anchor }) => anchor), ...anchorsIn(html)]),
    links,
    mailboxes: new Set([text, ...mails].flatMap(mailboxesIn)),
    channels: new Set(text.match(CHANNEL) ?? []),
    text: text.replace(/\s+/g, ' ').trim(),
  };
}

function readHeadings(tokens: readonly Token[]): Heading[] {
  const anchors = new HugoAnchors();
  return tokens.flatMap((token, at) => {
    const content = tokens[at + 1];
    if (token.type !== 'heading_open' || content === undefined) return [];
    const [, attributes] = OWN_ATTRIBUTES.exec(content.content) ?? [];
    const own = attributes === undefined ? undefined : ownAnchor(attributes);
    const typed = attributes === undefined ? content.content : withoutAttributes(content.content);
    const lastLine = typed.split('\n').at(-1) ?? '';
    return [
      {
        text: plainHeading(withoutAttributes(wordsOf(content))),
        anchor: own === undefined ? anchors.add(lastLine) : anchors.take(own),
      },
    ];
  });
}

function withoutAttributes(heading: string): string {
  return heading.replace(OWN_ATTRIBUTES, '').trimEnd();
}

function ownAnchor(attributes: string): string | undefined {
  const [, short, long] = /(?:^|\s)(?:#([^\s.]+)|id\s*=\s*["']?([^"'\s]+))/.exec(attributes) ?? [];
  return short ?? long;
}

function readLinks(tokens: readonly Token[]): PageLink[] {
  return tokens.flatMap(({ children }) => {
    const inside = children ?? [];
    return inside.flatMap((child, at) => {
      const href = child.type === 'link_open' ? child.attrGet('href') : null;
      if (typeof href !== 'string') return [];
      const end = inside.findIndex(({ type }, after) => after > at && type === 'link_close');
      return [{ href: decode(href), text: inside.slice(at, end).map(seen).join('').trim() }];
    });
  });
}

function decode(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function hrefOnly(href: string): PageLink {
  return { href, text: '' };
}

function seenText(token: Token): string[] {
  if (token.type === 'inline') return [wordsOf(token)];
  return token.type === 'html_block' ? [withoutTags(token.content)] : [];
}

function wordsOf({ children }: Token): string {
  return (children ?? []).map(seen).join('');
}

function seen(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
}
