import type { RuleFiles } from '../../rule-book/parse-folder';
import type { Problem } from '../../rule-book/problem';
import type { CheckedAddresses } from './check-addresses';
import type { Checkout } from './checkout';
import { suggestReplacement } from './suggest-replacement';
import { mailboxesIn } from './mailboxes';

const CHANNEL = /(?<![\w/#&(])#[a-z][a-z0-9_-]{1,79}/g;

/** Searches the whole handbook for the mailboxes and channels that no page of sources.yml lists. */
export function findUnlistedContacts({ singles }: RuleFiles, checkout: Checkout): CheckedAddresses {
  const named = new Set(singles['sources.yml'].value.pages.flatMap(({ names }) => names));
  const { document, value } = singles['destinations.yml'];
  const open = value.destinations.flatMap((one, at) =>
    (one.kind === 'email' || one.kind === 'slack') && !named.has(one.id)
      ? [{ kind: one.kind, value: one.value.toLowerCase(), at }]
      : [],
  );
  if (!checkout.isSite) return { problems: [], skipped: open.length };
  const text = checkout
    .markdownFiles()
    .map((path) => checkout.textOf(path))
    .join('\n');
  const found = { email: new Set(mailboxesIn(text)), slack: channelsIn(text) };
  const problems = open.flatMap(({ kind, value: name, at }): Problem[] => {
    if (found[kind].has(name)) return [];
    const what = kind === 'email' ? 'mailbox' : 'channel';
    const message = `The handbook no longer has the ${what} "${name}".${suggestReplacement(name, found[kind])}`;
    return [document.fault(['destinations', at, 'value'], { code: `gone-${what}`, message })];
  });
  return { problems, skipped: 0 };
}

function channelsIn(text: string): ReadonlySet<string> {
  return new Set((text.match(CHANNEL) ?? []).map((one) => one.toLowerCase()));
}
