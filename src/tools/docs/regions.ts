/**
 * Puts texts between the comments of a page that mark them: `<!-- rules:NAME -->` and `<!-- /rules:NAME -->`.
 *
 * @param write what stands between the comments of a name, made from what stands there now
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
