import type { RuleFiles } from '../../rule-book/parse-folder';
import { type Problem, sortProblems } from '../../rule-book/problem';
import { checkAddresses } from './check-addresses';
import { checkQuotes } from './check-quotes';
import { checkSources } from './check-sources';
import { findUnlistedContacts } from './unlisted-contacts';
import type { Checkout } from './checkout';

/** The result of comparing the rules with a checkout of the handbook. */
export interface HandbookReport {
  /** In the order of the rule files. */
  readonly problems: readonly Problem[];
  /** How many URLs and names could not be checked because the checkout is not a complete site. */
  readonly skipped: number;
}

/** Compares the rules with a checkout of the handbook. */
export function checkHandbook(files: RuleFiles, checkout: Checkout): HandbookReport {
  const addresses = checkAddresses(files, checkout);
  const nowhere = findUnlistedContacts(files, checkout);
  return {
    problems: sortProblems([
      ...checkSources(files, checkout),
      ...checkQuotes(files, checkout),
      ...addresses.problems,
      ...nowhere.problems,
    ]),
    skipped: addresses.skipped + nowhere.skipped,
  };
}
