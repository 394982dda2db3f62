import { posix } from 'node:path';
import { splitFrontMatter } from './front-matter';
import { type HandbookPage, readPage } from './read-page';

/** The folder of a Hugo site that contains its pages. Source: https://gohugo.io/configuration/all/ (contentDir). */
const CONTENT = 'content/';
/** Redirects in the format of several hosts. Source: https://gohugo.io/methods/page/aliases/ (_redirects) */
const REDIRECTS = 'static/_redirects';

/** A checkout of the handbook: a Hugo site, or some of its pages. Pages are parsed on first use. */
export class Checkout {
  private readonly pages = new Map<string, HandbookPage>();
  private readonly byAddress = new Map<string, string>();
  private readonly redirects = new Map<string, string>();

  /** @param files the text of each file by its path below the checkout, with `/` */
  constructor(private readonly files: ReadonlyMap<string, string>) {
    for (const [path, text] of files) if (this.isSitePage(path)) this.place(path, text);
    for (const line of (files.get(REDIRECTS) ?? '').split('\n')) {
      const [from, to] = line.trim().split(/\s+/);
      if (from?.startsWith('/') && to !== undefined) this.redirects.set(normalize(from), to);
    }
  }

  /** Whether it is a complete site, where each URL has a file. */
  get isSite(): boolean {
    return this.byAddress.size > 0;
  }

  /** The files that match a path of sources.yml: the exact path, or paths that end with it. */
  find(path: string): string[] {
    if (this.files.has(path)) return [path];
    return this.markdownFiles().filter((one) => one.endsWith(`/${path}`));
  }

  markdownFiles(): string[] {
    return [...this.files.keys()].filter((path) => path.endsWith('.md'));
  }

  textOf(path: string): string {
    return this.files.get(path) ?? '';
  }

  page(path: string): HandbookPage {
    const known = this.pages.get(path);
    if (known !== undefined) return known;
    const page = readPage(this.textOf(path));
    this.pages.set(path, page);
    return page;
  }

  /** The file of a path such as `/handbook/page/`. */
  fileAt(address: string): string | undefined {
    return this.byAddress.get(normalize(address));
  }

  /** The target of a redirect, for a URL that no longer has a page. */
  redirectFrom(address: string): string | undefined {
    return this.redirects.get(normalize(address));
  }

  addresses(): string[] {
    return [...this.byAddress.keys()];
  }

  private isSitePage(path: string): boolean {
    return path.startsWith(CONTENT) && path.endsWith('.md');
  }

  private place(path: string, text: string): void {
    const { matter } = splitFrontMatter(text);
    const address = normalize(matter.url ?? addressOf(path, matter.slug));
    this.byAddress.set(address, path);
    for (const alias of matter.aliases) {
      const from = alias.startsWith('/') ? alias : posix.join(address, '..', alias);
      this.redirects.set(normalize(from), address);
    }
  }
}

/** Source: https://gohugo.io/content-management/organization/ (paths of pages, sections and bundles). */
function addressOf(path: string, slug: string | null): string {
  const place = path
    .slice(CONTENT.length - 1)
    .replace(/\.md$/, '')
    .replace(/\/_?index$/, '/');
  if (slug === null || place.endsWith('/')) return place;
  return posix.join(place, '..', slug);
}

/** Normalizes a path for comparison: lowercase, with a trailing slash and without an anchor. */
function normalize(address: string): string {
  const [path = ''] = address.split('#');
  return `${path
    .toLowerCase()
    .replace(/\s/g, '-')
    .replace(/(?<!\/)\/+$/, '')}/`;
}
