import { parseDocument } from 'yaml';
import type { RuleFiles } from '../../rule-book/parse-folder';
import { type FoundPage, findPages } from './check-sources';
import type { Checkout } from './checkout';
import { digestOf } from './digest';

/** sources.yml with new dates, and the pages with a new date. */
export interface Accepted {
  readonly text: string;
  readonly pages: readonly FoundPage[];
}

/**
 * Records in sources.yml that its pages were checked in their current version. Unchanged pages keep their date.
 *
 * @param sources the text of sources.yml; comments are kept
 * @param date the date, such as 2026-01-31
 */
export function acceptPages(
  sources: string,
  { files, checkout, date }: { files: RuleFiles; checkout: Checkout; date: string },
): Accepted {
  const document = parseDocument(sources);
  const pages = findPages(files, checkout).filter(
    ({ source, path }) => source.checked?.sha256 !== digestOf(checkout.textOf(path)),
  );
  for (const { at, path } of pages) {
    const sha256 = digestOf(checkout.textOf(path));
    document.setIn(['pages', at, 'checked'], document.createNode({ date, sha256 }));
  }
  return { text: pages.length === 0 ? sources : document.toString({ lineWidth: 0 }), pages };
}
