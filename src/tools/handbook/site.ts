import { fillBases } from '../../rule-book/build-rule-book';
import type { RuleFiles } from '../../rule-book/parse-folder';

/** The bases of the rule book's URLs, and the origin of the handbook's pages. */
export interface Site {
  readonly bases: Readonly<Record<string, string>>;
  /** Such as `https://handbook.example.com`; null if sources.yml names no site. */
  readonly origin: string | null;
}

export function siteOf({ singles }: RuleFiles): Site {
  const { bases } = singles['destinations.yml'].value;
  const { site } = singles['sources.yml'].value;
  const address = site === undefined ? undefined : bases[site];
  return {
    bases,
    origin: address === undefined ? null : new URL(fillBases(address, bases)).origin,
  };
}
