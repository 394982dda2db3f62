const ASCII = /^[\t\n -~]*$/;
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Soft hyphens, zero-width characters, marks that set the writing direction, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Half of a character that UTF-16 writes as two; with the `u` flag, a whole one does not match. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g;

/**
 * Turns a text into the plain characters that a reader sees, before anything else reads it: characters without a shape
 * go, and full width, mathematical, and ligature characters become their plain letters (Unicode NFKC). Lines end in
 * `\n`.
 * Source: https://unicode.org/reports/tr15/
 */
export function normalizeText(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '')
    .replace(CONTROL, ' ')
    .normalize('NFKC');
}
