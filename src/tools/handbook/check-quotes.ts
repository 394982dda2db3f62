import type { RuleFiles } from '../../rule-book/parse-folder';
import type { Problem } from '../../rule-book/problem';
import type { Checkout } from './checkout';
import { findPages } from './check-sources';

/**
 * Compares the sentences that each answer rests on with the page that the answer names: a quote that the page does not
 * have is a made-up fact, or one that has changed. An answer without a quote rests on nothing.
 */
export function checkQuotes(files: RuleFiles, checkout: Checkout): Problem[] {
  const pages = new Map(
    findPages(files, checkout).map(({ source, path }) => [source.id, checkout.page(path).text]),
  );
  return files.routes.flatMap(({ document, value: { source, quotes } }) => {
    const text = pages.get(source.page);
    if (text === undefined) return [];
    if (quotes.length === 0) {
      const message = `The answer quotes nothing. Add the sentences of the page that it rests on, below "quotes:".`;
      return [document.fault(['source'], { code: 'no-quote', message })];
    }
    const plain = comparable(text);
    return quotes.flatMap((quote, at) => {
      if (plain.includes(comparable(quote))) return [];
      const message = `The page does not say "${quote}". Change the answer to what the page says, then quote that.`;
      return [document.fault(['quotes', at], { code: 'gone-quote', message })];
    });
  });
}

/** Letters, digits and what sets addresses and names apart: quotation marks and spaces differ between copies. */
function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@#/.$-]+/gu, ' ')
    .replace(/[.]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
