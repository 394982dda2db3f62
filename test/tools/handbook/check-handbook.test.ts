import { describe, expect, it } from '@jest/globals';
import { acceptPages } from '../../../src/tools/handbook/accept';
import { checkHandbook } from '../../../src/tools/handbook/check-handbook';
import { Checkout } from '../../../src/tools/handbook/checkout';
import { digestOf } from '../../../src/tools/handbook/digest';
import type { RuleFiles } from '../../../src/rule-book/parse-folder';
import { parseRules } from '../../../src/rule-book/load';
import { formatProblem } from '../../../src/rule-book/problem';
import { SMALL_BOOK, textsOf } from '../../rule-book/small-book';

type Files = Readonly<Record<string, string>>;

const GUIDE = `---
title: Guide
---
## 💡 Lamps
Write to keeper@example.com or ask in \`#desk\`. See [the lamps](/book/lamps/#oil).
## Boats
`;
const SITE: Files = {
  'content/book/guide.md': GUIDE,
  'content/book/_index.md': '# The book\nAlso #harbour-desk and old-keeper@example.com\n',
  'content/book/lamps/index.md': '---\ntitle: Lamps\n---\n## 🛢 Oil\n## Oil {#oil}\n',
  'content/sea/ships.md': '---\naliases: [/book/ships/, vessels]\n---\n## Sails\n',
  'static/_redirects': '# from to\n/book/rope/ /sea/ropes/ 301\n',
};
const DESTINATIONS = `team: { name: Lighthouse }
bases: { book: https://h.example.com/book }
fallback: desk
destinations:
  - { id: desk, kind: slack, value: '#desk' }
  - { id: keeper, kind: email, value: keeper@example.com }
  - { id: lamp-page, kind: page, title: Lamps, url: '{book}/lamps/#oil' }
`;
const USES = 'destinations: [lamp-page, keeper]';

function sources(checked = digestOf(GUIDE)): string {
  return `# Pages
site: book
pages:
  - id: guide
    title: Guide # as answers show it
    path: book/guide.md
    headings: [Lamps, Boats]
    names: [desk, keeper, lamp-page]
    checked: { date: 2026-01-31, sha256: ${checked} }
`;
}

function filesOf(changes: Files = {}): RuleFiles {
  const book = {
    ...SMALL_BOOK,
    'destinations.yml': DESTINATIONS,
    'sources.yml': sources(),
    'house/lamp.yml': (SMALL_BOOK['house/lamp.yml'] ?? '').replace(
      'destinations: [lamp-page]',
      USES,
    ),
    ...changes,
  };
  return parseRules('rules', textsOf(book)).files;
}

function check(site: Files, rules: Files = {}): string[] {
  const checkout = new Checkout(new Map(Object.entries(site)));
  return checkHandbook(filesOf(rules), checkout).problems.map(formatProblem);
}

/** The site after one edit of one page; the page of the rules counts as checked. */
function edited(path: string, from: string, to: string): { site: Files; rules: Files } {
  const text = SITE[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
  const site = { ...SITE, [path]: text.replace(from, to) };
  const guide = site['content/book/guide.md'] ?? '';
  return { site, rules: { 'sources.yml': sources(digestOf(guide)) } };
}

const PAGE = 'content/book/guide.md';

describe('a handbook that fits the rules', () => {
  it('gives nothing to do', () => {
    expect(check(SITE)).toEqual([]);
  });

  it('may be a single page: what leads beyond it is counted, not guessed', () => {
    const checkout = new Checkout(new Map([['book/guide.md', GUIDE]]));

    expect(checkHandbook(filesOf(), checkout)).toEqual({ problems: [], skipped: 2 });
  });
});

describe('what changed in the handbook is told at the line to edit', () => {
  it.each([
    [
      'a renamed heading, and what rests on it',
      edited(PAGE, '## Boats', '## Small boats'),
      'rules/sources.yml:7:23 gone-heading: The page no longer has the heading "Boats". It might be "Small boats" now. Routes based on it: boat.',
    ],
    [
      'a heading of a wholly new name',
      edited(PAGE, '## Boats', '## Everything afloat'),
      'rules/sources.yml:7:23 gone-heading: The page no longer has the heading "Boats". In its place: "Everything afloat". Routes based on it: boat.',
    ],
    [
      'a new title',
      edited(PAGE, 'title: Guide', 'title: Handbook'),
      'rules/sources.yml:5:12 renamed-page: The title of the page is now "Handbook", not "Guide". Answers show the title, so change it here.',
    ],
    [
      'another mailbox',
      edited(PAGE, 'keeper@', 'keepers@'),
      'rules/destinations.yml:6:39 gone-mailbox: The page "Guide" no longer has the mailbox "keeper@example.com". It might be "keepers@example.com" now. Change it here, or remove keeper from the page\'s names in sources.yml.',
    ],
    [
      'another channel',
      edited(PAGE, '#desk', '#the-desk'),
      'rules/destinations.yml:5:37 gone-channel: The page "Guide" no longer has the channel "#desk". It might be "#the-desk" now. Change it here, or remove desk from the page\'s names in sources.yml.',
    ],
    [
      'a link to another page',
      edited(PAGE, '/book/lamps/#oil', '/book/light/#oil'),
      'rules/destinations.yml:7:53 gone-link: The page "Guide" no longer has the link "https://h.example.com/book/lamps/#oil". It might be "https://h.example.com/book/light/#oil" now. Change it here, or remove lamp-page from the page\'s names in sources.yml.',
    ],
    [
      'an anchor that is gone',
      edited('content/book/lamps/index.md', '{#oil}', '{#oils}'),
      'rules/destinations.yml:7:53 gone-anchor: The page content/book/lamps/index.md no longer has the anchor "#oil". It might be "-oil" now.',
    ],
  ])('%s', (_, { site, rules }, expected) => {
    expect(check(site, rules)).toContain(expected);
  });

  it('a page that was edited, with how to see what changed', () => {
    expect(check({ ...SITE, [PAGE]: `${GUIDE}\nMore.\n` })).toEqual([
      'rules/sources.yml:9:42 changed-page: The page "content/book/guide.md" changed since 2026-01-31. To see the changes, run in the checkout: git log -p --since=2026-01-31 -- content/book/guide.md. Update the rules, then run this command with --accept.',
    ]);
  });

  it('a page that lies elsewhere', () => {
    const { [PAGE]: text = '', ...rest } = SITE;

    expect(check({ ...rest, 'content/book/keepers/start.md': text })).toEqual([
      'rules/sources.yml:6:11 gone-page: The checkout has no page "book/guide.md". It might be "content/book/keepers/start.md" now.',
    ]);
  });

  it('a path that fits several pages', () => {
    const [problem] = check({ ...SITE, 'content/old/book/guide.md': GUIDE });

    expect(problem).toContain('Several pages end with "book/guide.md": content/book/guide.md, ');
  });

  it('a place that the page names and its list does not', () => {
    const rules = { 'sources.yml': sources().replace('desk, keeper, ', 'keeper, ') };

    expect(check(SITE, rules)).toEqual([
      'rules/sources.yml:8:12 unlisted-name: The page names "#desk". Add desk to its names, so that handbook:check reports changes.',
    ]);
  });
});

describe('addresses are followed', () => {
  function checkUrl(url: string): string[] {
    const rules = {
      'destinations.yml': DESTINATIONS.replace('{book}/lamps/#oil', url),
      'sources.yml': sources().replace(', lamp-page', ''),
    };
    return check(SITE, rules).map((line) => line.replace(/^\S+ /, ''));
  }

  it.each([
    ['{book}/lamps/#-oil', []],
    ['{book}/lamps', []],
    ['https://elsewhere.example.com/gone', []],
    [
      '{book}/ships/#sails',
      [
        'redirect: "/book/ships/#sails" is a redirect. Change it to https://h.example.com/sea/ships/#sails.',
      ],
    ],
    [
      'https://h.example.com/sea/vessels/',
      ['redirect: "/sea/vessels/" is a redirect. Change it to https://h.example.com/sea/ships/.'],
    ],
    [
      '{book}/rope',
      ['redirect: "/book/rope" is a redirect. Change it to https://h.example.com/sea/ropes/.'],
    ],
    [
      'https://h.example.com/lamps/',
      ['gone-page: The handbook no longer has the page "/lamps/". It might be "/book/lamps/" now.'],
    ],
  ])('%s', (url, expected) => {
    expect(checkUrl(url)).toEqual(expected);
  });

  it('a base that is gone is told once, not for each page that begins with it', () => {
    const moved = Object.fromEntries(
      Object.entries(SITE).map(([path, text]) => [path.replace('/book/', '/library/book/'), text]),
    );

    expect(check(moved).filter((line) => line.includes('gone-page'))).toEqual([
      'rules/destinations.yml:2:16 gone-page: The handbook no longer has the page "/book". It might be "/library/book/" now.',
    ]);
  });
});

describe('what no page of the rules names is looked for in the whole handbook', () => {
  it('and missed where it is nowhere', () => {
    const quiet = GUIDE.replace('keeper@example.com or ask in `#desk`', 'us');
    const named = sources(digestOf(quiet)).replace('desk, keeper, ', '');

    expect(check({ ...SITE, [PAGE]: quiet }, { 'sources.yml': named })).toEqual([
      'rules/destinations.yml:5:37 gone-channel: The handbook no longer has the channel "#desk". It might be "#harbour-desk" now.',
      'rules/destinations.yml:6:39 gone-mailbox: The handbook no longer has the mailbox "keeper@example.com". It might be "old-keeper@example.com" now.',
    ]);
  });
});

describe('--accept', () => {
  const changed = new Checkout(new Map([['book/guide.md', `${GUIDE}More.\n`]]));

  it('writes date and digest, and leaves the rest of the file', () => {
    const { text, pages } = acceptPages(sources(), {
      files: filesOf(),
      checkout: changed,
      date: '2026-02-01',
    });

    expect(pages.map(({ path }) => path)).toEqual(['book/guide.md']);
    expect(text).toContain('title: Guide # as answers show it');
    expect(checkHandbook(filesOf({ 'sources.yml': text }), changed).problems).toEqual([]);
    expect(text).toContain('date: 2026-02-01');
  });

  it('leaves the date of a page that did not change', () => {
    const same = new Checkout(new Map([['book/guide.md', GUIDE]]));

    const { text, pages } = acceptPages(sources(), {
      files: filesOf(),
      checkout: same,
      date: '2026-02-01',
    });

    expect({ text, pages }).toEqual({ text: sources(), pages: [] });
  });
});
