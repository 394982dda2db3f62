import type { RuleFiles } from '../../rule-book/parse-folder';
import type { Problem } from '../../rule-book/problem';
import type { Checkout } from './checkout';
import { findPages } from './check-sources';

/**
 * Checks that the page contains each quote of the answers that name it. A quote that is not on the page is invented or
 * outdated.
 */
export function checkQuotes(files: RuleFiles, checkout: Checkout): Problem[] {
  const pages = new Map(
    findPages(files, checkout).map(({ source, path }) => [source.id, checkout.page(path).text]),
  );
  return files.routes.flatMap(({ document, value: { source, quotes } }) => {
    const text = pages.get(source.page);
    if (text === undefined) return [];
    const plain = comparable(text);
    return quotes.flatMap((quote, at) => {
      if (plain.includes(comparable(quote))) return [];
      const message = `The page does not contain "${quote}". Update the answer from the page, then update the quote.`;
      return [document.fault(['quotes', at], { code: 'gone-quote', message })];
    });
  });
}

/** Keeps letters, digits and the punctuation of addresses and names. Quotation marks and spaces differ between copies. */
function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@#/.$-]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
