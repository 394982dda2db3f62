/** The search for the end stops at the start of another shortcode, so that matching takes linear time. */
const SHORTCODE = /\{\{[<%]((?:[^{]|\{(?!\{[<%]))*?)[%>]\}\}/g;
const NAME = /^\s*(?:\/\s*)?([\w/-]*)/;
const TARGET = /(?:^|\s)(?:path=)?["'`]([^"'`]+)["'`]/;

/**
 * Removes Hugo's shortcodes from a page. Shortcodes for links (`ref`, `relref`) become the URL, and other shortcodes
 * leave their content. The number of lines does not change.
 */
export function stripShortcodes(text: string): string {
  return text.replace(SHORTCODE, (whole: string, inside: string) => {
    const [start = '', name = ''] = NAME.exec(inside) ?? [];
    if (name === 'ref' || name === 'relref')
      return TARGET.exec(inside.slice(start.length))?.[1] ?? '';
    return '\n'.repeat(whole.split('\n').length - 1);
  });
}
