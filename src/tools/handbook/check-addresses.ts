import { fillBases } from '../../rule-book/build-rule-book';
import type { Path } from '../../rule-book/fault';
import type { RuleFiles } from '../../rule-book/parse-folder';
import { placeholdersIn } from '../../rule-book/placeholders';
import type { HandbookCode, Problem } from '../../rule-book/problem';
import type { Checkout } from './checkout';
import { suggestReplacement } from './suggest-replacement';
import { type Site, siteOf } from './site';

/** The result of checking handbook URLs against a checkout. */
export interface CheckedAddresses {
  readonly problems: readonly Problem[];
  /** How many could not be checked because the checkout is not a complete site. */
  readonly skipped: number;
}

/** Checks the page, redirect and anchor of every handbook URL in destinations.yml. */
export function checkAddresses(files: RuleFiles, checkout: Checkout): CheckedAddresses {
  const site = siteOf(files);
  const addresses = addressesOf(files, site);
  if (!checkout.isSite) return { problems: [], skipped: addresses.length };
  const { document } = files.singles['destinations.yml'];
  const gone = new Set<string>();
  const problems = addresses.flatMap(({ path, template, url }) => {
    // Report a missing base once, not again for each URL that begins with it.
    if (placeholdersIn(template).some((base) => gone.has(base))) return [];
    const fault = follow(url, checkout, site);
    if (fault === null) return [];
    if (path[0] === 'bases') gone.add(String(path[1]));
    return [document.fault(path, fault)];
  });
  return { problems, skipped: 0 };
}

interface Address {
  readonly path: Path;
  /** The URL as written, with its base in braces. */
  readonly template: string;
  readonly url: URL;
}

/** Bases come first, so that URLs that begin with a missing base are not reported. */
function addressesOf({ singles }: RuleFiles, { bases, origin }: Site): Address[] {
  const { destinations } = singles['destinations.yml'].value;
  const written: (readonly [Path, string])[] = [
    ...Object.entries(bases).map(([id, address]) => [['bases', id], address] as const),
    ...destinations.flatMap((one, at): (readonly [Path, string])[] =>
      'url' in one && one.url !== undefined ? [[['destinations', at, 'url'], one.url]] : [],
    ),
  ];
  return written
    .map(([path, template]) => ({ path, template, url: new URL(fillBases(template, bases)) }))
    .filter(({ url }) => url.origin === origin);
}

interface AddressFault {
  readonly code: HandbookCode;
  readonly message: string;
}

function follow(url: URL, checkout: Checkout, { origin }: Site): AddressFault | null {
  const file = checkout.fileAt(url.pathname);
  const at = `${url.pathname}${url.hash}`;
  if (file !== undefined) return findAnchor(url, file, checkout);
  const to = checkout.redirectFrom(url.pathname);
  if (to !== undefined) {
    const address = to.startsWith('/') ? `${origin ?? ''}${to}` : to;
    const message = `"${at}" is a redirect. Change it to ${address}${url.hash}.`;
    return { code: 'redirect', message };
  }
  const message = `The handbook no longer has the page "${url.pathname}".${likelyPage(url.pathname, checkout)}`;
  return { code: 'gone-page', message };
}

function findAnchor(url: URL, file: string, checkout: Checkout): AddressFault | null {
  const anchor = decodeURIComponent(url.hash.slice(1));
  const { anchors } = checkout.page(file);
  if (anchor === '' || anchors.has(anchor)) return null;
  const likely = suggestReplacement(anchor, anchors);
  const message = `The page ${file} no longer has the anchor "#${anchor}".${likely}`;
  return { code: 'gone-anchor', message };
}

/** Suggests a new URL. A page that moves usually keeps the last part of its path. */
function likelyPage(address: string, checkout: Checkout): string {
  const lastPart = (one: string): string =>
    one
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const addresses = checkout.addresses();
  const same = addresses.filter((one) => lastPart(one) === lastPart(address));
  const [only] = same;
  if (same.length === 1 && only !== undefined) return ` It might be "${only}" now.`;
  return suggestReplacement(address, same.length > 0 ? same : addresses);
}
