const TAG = /<[a-z][^>]*/gi;
const LINK = /<a\s[^>]*/gi;
const NAMES_IT = /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi;
const LEADS_ON = /href\s*=\s*["']?([^"'\s>]+)/gi;

/** The names of the elements in a piece of HTML, from an `id` or a `name`. */
export function anchorsIn(html: string): string[] {
  return (html.match(TAG) ?? []).flatMap((tag) => lastIn(tag, NAMES_IT));
}

/** The targets of the links in a piece of HTML. */
export function linksIn(html: string): string[] {
  return (html.match(LINK) ?? []).flatMap((tag) => lastIn(tag, LEADS_ON));
}

/** The text between the tags of a piece of HTML. */
export function withoutTags(html: string): string {
  const ended = html.split('>');
  const rest = ended.pop() ?? '';
  const texts = ended.map((text) => {
    const at = text.indexOf('<');
    return at < 0 ? `${text}>` : `${text.slice(0, at)} `;
  });
  return texts.join('') + rest;
}

function lastIn(tag: string, attribute: RegExp): string[] {
  const [, value] = [...tag.matchAll(attribute)].at(-1) ?? [];
  return value === undefined ? [] : [value];
}
