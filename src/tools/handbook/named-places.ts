import { fillBases } from '../../rule-book/build-rule-book';
import type { HandbookCode } from '../../rule-book/problem';
import type { DestinationFile } from '../../rule-book/schema/lists';
import { suggestReplacement } from './suggest-replacement';
import type { HandbookPage } from './read-page';
import type { Site } from './site';

/** A destination that a page can name. */
export interface NamedPlace {
  readonly what: string;
  readonly code: HandbookCode;
  /** The text that a page shows, or the URL of its link. */
  readonly value: string;
  /** Its field in destinations.yml. */
  readonly field: 'value' | 'url';
  isOn(page: HandbookPage): boolean;
  /** A suggestion for its new name on a page, among names that the rules do not know. */
  likelyOn(page: HandbookPage, known: ReadonlySet<string>): string;
}

/** How a destination appears on a page. */
export function namedPlace(destination: DestinationFile, site: Site): NamedPlace {
  switch (destination.kind) {
    case 'email':
      return shown('mailbox', destination.value.toLowerCase(), ({ mailboxes }) => mailboxes);
    case 'slack':
      return shown('channel', destination.value, ({ channels }) => channels);
    case 'salesforce':
      return named(destination.value);
    default:
      return destination.url === undefined
        ? named(destination.kind === 'portal' ? destination.value : destination.title)
        : linked(fillBases(destination.url, site.bases), site);
  }
}

function shown(
  what: 'mailbox' | 'channel',
  value: string,
  listOf: (page: HandbookPage) => ReadonlySet<string>,
): NamedPlace {
  return {
    what,
    code: `gone-${what}`,
    value,
    field: 'value',
    isOn: (page) => listOf(page).has(value),
    likelyOn: (page, known) => {
      const free = [...listOf(page)].filter((one) => !known.has(one));
      const [only] = free;
      return free.length === 1 && only !== undefined
        ? ` It might be "${only}" now.`
        : suggestReplacement(value, free);
    },
  };
}

function named(value: string): NamedPlace {
  return {
    what: 'name',
    code: 'gone-name',
    value,
    field: 'value',
    isOn: ({ text }) => text.toLowerCase().includes(value.toLowerCase()),
    likelyOn: () => '',
  };
}

function linked(url: string, { origin }: Site): NamedPlace {
  const addressesOf = ({ links }: HandbookPage): string[] =>
    links.map(({ href }) => (href.startsWith('/') && origin !== null ? origin + href : href));
  return {
    what: 'link',
    code: 'gone-link',
    value: url,
    field: 'url',
    isOn: (page) => addressesOf(page).map(plainUrl).includes(plainUrl(url)),
    likelyOn: (page) => likelyLink(url, addressesOf(page)),
  };
}

/** `…/page#part` and `…/page/#part` are the same URL. */
function plainUrl(url: string): string {
  return url.replace(/\/(?=#|$)/, '').toLowerCase();
}

/** Prefers the same page with another anchor, or the same anchor on another page, to similar spelling. */
function likelyLink(url: string, addresses: readonly string[]): string {
  const [page = '', anchor = ''] = plainUrl(url).split('#');
  const parts = addresses.map((address) => ({ address, parts: plainUrl(address).split('#') }));
  const sameAnchor = parts.filter((one) => anchor !== '' && one.parts[1] === anchor);
  const samePage = parts.filter((one) => one.parts[0] === page);
  const group = [sameAnchor, samePage].find((some) => some.length > 0);
  if (group === undefined) return suggestReplacement(url, addresses);
  const [only] = group;
  if (group.length === 1 && only !== undefined) return ` It might be "${only.address}" now.`;
  return suggestReplacement(
    url,
    group.map(({ address }) => address),
  );
}
