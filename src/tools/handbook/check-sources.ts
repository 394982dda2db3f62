import type { RuleFiles } from '../../rule-book/parse-folder';
import type { Path } from '../../rule-book/fault';
import type { HandbookCode, Problem } from '../../rule-book/problem';
import type { Checkout } from './checkout';
import { digestOf } from './digest';
import { suggestReplacement } from './suggest-replacement';
import { type NamedPlace, namedPlace } from './named-places';
import { plainHeading } from './plain-heading';
import type { HandbookPage } from './read-page';
import { siteOf } from './site';

type SourcePage = RuleFiles['singles']['sources.yml']['value']['pages'][number];

/** A page of sources.yml with its file in the checkout. */
export interface FoundPage {
  readonly source: SourcePage;
  /** Its number in sources.yml. */
  readonly at: number;
  readonly path: string;
}

/** The pages of sources.yml that exist in a checkout, each once. */
export function findPages(files: RuleFiles, checkout: Checkout): FoundPage[] {
  return files.singles['sources.yml'].value.pages.flatMap((source, at) => {
    const [path, ...more] = checkout.find(source.path);
    return path === undefined || more.length > 0 ? [] : [{ source, at, path }];
  });
}

/** Compares every page of sources.yml with a checkout: its headings, the contacts that it names, and its digest. */
export function checkSources(files: RuleFiles, checkout: Checkout): Problem[] {
  const check = new SourcesCheck(files, checkout);
  check.run();
  return check.problems;
}

class SourcesCheck {
  readonly problems: Problem[] = [];
  private readonly places: readonly (readonly [string, NamedPlace])[];
  /** Every destination, in the form that a page shows. */
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly files: RuleFiles,
    private readonly checkout: Checkout,
  ) {
    const site = siteOf(files);
    this.places = files.singles['destinations.yml'].value.destinations.map(
      (destination) => [destination.id, namedPlace(destination, site)] as const,
    );
    this.known = new Set(this.places.map(([, { value }]) => value));
  }

  run(): void {
    this.files.singles['sources.yml'].value.pages.forEach(({ path, title }, at) => {
      this.place(path, title, ['pages', at, 'path']);
    });
    for (const found of findPages(this.files, this.checkout)) {
      const page = this.checkout.page(found.path);
      this.title(found, page);
      this.headings(found, page);
      this.names(found, page);
      this.change(found);
    }
  }

  private add(path: Path, code: HandbookCode, message: string): void {
    this.problems.push(this.files.singles['sources.yml'].document.fault(path, { code, message }));
  }

  private place(path: string, title: string, at: Path): void {
    const found = this.checkout.find(path);
    if (found.length === 1) return;
    if (found.length > 1) {
      this.add(
        at,
        'gone-page',
        `Several pages end with "${path}": ${found.join(', ')}. Specify more of the path.`,
      );
      return;
    }
    const all = this.checkout.markdownFiles();
    const titled = all.filter((one) => this.checkout.page(one).matter.title === title);
    const likely = suggestReplacement(path, titled.length > 0 ? titled : all);
    const [only] = titled;
    const now = titled.length === 1 && only !== undefined ? ` It might be "${only}" now.` : likely;
    this.add(at, 'gone-page', `The checkout has no page "${path}".${now}`);
  }

  private title({ source, at }: FoundPage, { matter }: HandbookPage): void {
    if (matter.title === null || matter.title === source.title) return;
    const message = `The title of the page is now "${matter.title}", not "${source.title}". Answers show the title, so change it here.`;
    this.add(['pages', at, 'title'], 'renamed-page', message);
  }

  private headings({ source, at }: FoundPage, page: HandbookPage): void {
    const present = page.headings.map(({ text }) => text);
    const known = new Set(source.headings.map(plainHeading));
    const free = present.filter((heading) => !known.has(heading));
    source.headings.forEach((heading, which) => {
      if (present.includes(plainHeading(heading))) return;
      const routes = this.routesOn(source.id, heading);
      const resting = routes.length === 0 ? '' : ` Routes based on it: ${routes.join(', ')}.`;
      const likely = suggestReplacement(heading, free) || between(source.headings, which, present);
      const message = `The page no longer has the heading "${heading}".${likely}${resting}`;
      this.add(['pages', at, 'headings', which], 'gone-heading', message);
    });
  }

  private routesOn(page: string, heading: string): string[] {
    return this.files.routes
      .filter(
        ({ value: { source, also } }) =>
          source.page === page && [source.heading, ...also].includes(heading),
      )
      .map(({ value }) => value.id)
      .sort();
  }

  private names({ source, at }: FoundPage, page: HandbookPage): void {
    const { document, value } = this.files.singles['destinations.yml'];
    for (const [id, place] of this.places) {
      const listed = source.names.indexOf(id);
      const isOn = place.isOn(page);
      if (isOn === listed >= 0) continue;
      if (isOn) {
        const message = `The page names "${place.value}". Add ${id} to its names, so that handbook:check reports changes.`;
        this.add(['pages', at, 'names'], 'unlisted-name', message);
        continue;
      }
      const index = value.destinations.findIndex((one) => one.id === id);
      const message = `The page "${source.title}" no longer has the ${place.what} "${place.value}".${place.likelyOn(page, this.known)} Change it here, or remove ${id} from the page's names in sources.yml.`;
      this.problems.push(
        document.fault(['destinations', index, place.field], { code: place.code, message }),
      );
    }
  }

  private change({ source, at, path }: FoundPage): void {
    const { checked } = source;
    if (checked === undefined) {
      this.add(
        ['pages', at, 'id'],
        'changed-page',
        `The page "${path}" was never checked. Compare it with the rules, then run this command with --accept.`,
      );
      return;
    }
    if (checked.sha256 === digestOf(this.checkout.textOf(path))) return;
    const message = `The page "${path}" changed since ${checked.date}. To see the changes, run in the checkout: git log -p --since=${checked.date} -- ${path}. Update the rules, then run this command with --accept.`;
    this.add(['pages', at, 'checked', 'sha256'], 'changed-page', message);
  }
}

/** Suggests new names for a renamed heading: the headings between its former neighbors on the page. */
function between(headings: readonly string[], at: number, present: readonly string[]): string {
  const before = headings.slice(0, at).findLast((one) => present.includes(one));
  const after = headings.slice(at + 1).find((one) => present.includes(one));
  const start = before === undefined ? 0 : present.indexOf(before) + 1;
  const end = after === undefined ? present.length : present.indexOf(after);
  const names = present.slice(start, end).map((name) => `"${name}"`);
  return names.length === 0 ? '' : ` In its place: ${names.join(', ')}.`;
}
