/**
 * Fills the regions of a page that comments mark: `<!-- rules:NAME -->` and `<!-- /rules:NAME -->`.
 *
 * @param write for each name of a region, a function from its current text to its new text
 */
export function fillRegions(
  page: string,
  write: Readonly<Record<string, (now: string) => string>>,
): string {
  return page.replace(
    /(<!-- rules:([a-z-]+) -->\n)((?:[^<]|<(?!!-- \/?rules:))*?)(<!-- \/rules:\2 -->)/g,
    (whole: string, ...groups: string[]) => {
      const [start = '', name = '', now = '', end = ''] = groups;
      const text = write[name]?.(now);
      return text === undefined ? whole : `${start}\n${text}\n\n${end}`;
    },
  );
}
