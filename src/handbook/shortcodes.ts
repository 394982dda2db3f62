const SHORTCODE = /\{\{([<%])\s*(\/?)\s*([\w/-]*)([\s\S]*?)\s*\/?\s*[%>]\}\}/g;
const TARGET = /(?:^|\s)(?:path=)?["'`]([^"'`]+)["'`]/;

/**
 * Takes Hugo's shortcodes out of a page: those that give an address (`ref`, `relref`) become the address, of the
 * others what stands between them stays. The number of lines stays too.
 */
export function stripShortcodes(text: string): string {
  return text.replace(SHORTCODE, (whole: string, ...groups: string[]) => {
    const [, , name = '', args = ''] = groups;
    if (name === 'ref' || name === 'relref') return TARGET.exec(args)?.[1] ?? '';
    return '\n'.repeat(whole.split('\n').length - 1);
  });
}
