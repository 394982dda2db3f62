/** Another one's beginning ends the search for the end: no text is gone through twice. */
const SHORTCODE = /\{\{[<%]((?:[^{]|\{(?!\{[<%]))*?)[%>]\}\}/g;
const NAME = /^\s*(?:\/\s*)?([\w/-]*)/;
const TARGET = /(?:^|\s)(?:path=)?["'`]([^"'`]+)["'`]/;

/**
 * Takes Hugo's shortcodes out of a page: those that give an address (`ref`, `relref`) become the address, of the
 * others what stands between them stays. The number of lines stays too.
 */
export function stripShortcodes(text: string): string {
  return text.replace(SHORTCODE, (whole: string, inside: string) => {
    const [start = '', name = ''] = NAME.exec(inside) ?? [];
    if (name === 'ref' || name === 'relref')
      return TARGET.exec(inside.slice(start.length))?.[1] ?? '';
    return '\n'.repeat(whole.split('\n').length - 1);
  });
}
