/** What a letter is about stands in its first pages; in characters. */
const LONGEST_HTML = 200_000;

/** Whether a text that should be plain is HTML: a document, or three tags that mark up text. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, LONGEST_HTML);
  if (/^\s{0,40}<(?:!doctype html|html|head|body)\b/i.test(start)) return true;
  return (
    (start.match(/<\/?(?:p|div|br|td|tr|span|table|ul|li)\b[^<>]{0,300}>/gi)?.length ?? 0) >= 3
  );
}

/** The text that HTML shows: no links' addresses, no pictures, no style sheets. */
export function textOfHtml(html: string): string {
  if (html === '') return '';
  return htmlToText()
    .convert(html.slice(0, LONGEST_HTML), {
      wordwrap: false,
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
      ],
    })
    .trim();
}

/** Loaded at the first mail that comes as HTML only. */
function htmlToText(): typeof import('html-to-text') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('html-to-text') as typeof import('html-to-text');
}
