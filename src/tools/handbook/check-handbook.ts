import type { RuleFiles } from '../../rule-book/parse-folder';
import { type Problem, sortProblems } from '../../rule-book/problem';
import { checkAddresses } from './check-addresses';
import { checkQuotes } from './check-quotes';
import { checkSources } from './check-sources';
import { findUnlistedContacts } from './unlisted-contacts';
import type { Checkout } from './checkout';

/** What a checkout of the handbook says of the rules. */
export interface HandbookReport {
  /** In the order of the rule files. */
  readonly problems: readonly Problem[];
  /** How many addresses and names could not be looked up, since the checkout is no whole site. */
  readonly skipped: number;
}

/** Holds the rules against a checkout of the handbook that they rest on. */
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
