import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readPage } from '../../../src/tools/handbook/read-page';
import { CAMPUSES_CHANNEL, EDUCATION, TEAM_CHANNEL } from '../../rule-book/names';

function anchorsOf(...headings: readonly string[]): string[] {
  return readPage(headings.map((heading) => `## ${heading}\n`).join('\n')).headings.map(
    ({ anchor }) => anchor,
  );
}

describe('anchors are those that Hugo makes', () => {
  it.each([
    ['Active Programs', 'active-programs'],
    ['2. Purpose & Eligibility', '2-purpose--eligibility'],
    ['🌎 Overview', '-overview'],
    ['Overview 🌎', 'overview-'],
    ['1️⃣ First', '1-first'],
    [':wave: Welcome', 'wave-welcome'],
    ["Who's who?", 'whos-who'],
    ['snake_case and kebab-case', 'snake_case-and-kebab-case'],
    ['Two  spaces', 'two--spaces'],
    ['Über uns', 'über-uns'],
    ['`code` and *stress*', 'code-and-stress'],
    ['[Link](/page/)', 'linkpage'],
    ['Closed ##', 'closed'],
    ['🎉', 'heading'],
    ['With its own {#mine}', 'mine'],
    ['With a class {.big}', 'with-a-class'],
    ['With both {.big #mine}', 'mine'],
    ['{{< icon "star" >}} Starred', 'starred'],
  ])('%s -> #%s', (heading, anchor) => {
    expect(anchorsOf(heading)).toEqual([anchor]);
  });

  it('numbers duplicates, and skips anchors that are in use', () => {
    expect(anchorsOf('Renewal', 'Renewal', 'Renewal', 'Renewal 1')).toEqual([
      'renewal',
      'renewal-1',
      'renewal-2',
      'renewal-1-1',
    ]);
    expect(anchorsOf('Other {#renewal}', 'Renewal')).toEqual(['renewal', 'renewal-1']);
  });

  it('reads the last line of a heading of several', () => {
    expect(readPage('One\ntwo three\n---\n').headings).toEqual([
      { text: 'One two three', anchor: 'two-three' },
    ]);
  });

  it('knows those of elements', () => {
    const { anchors } = readPage('<a name="top"></a>\n\n<div id=\'box\'>x</div>\n');

    expect([...anchors].sort()).toEqual(['box', 'top']);
  });

  it('takes none from code', () => {
    expect(readPage('```sh\n# not a heading\n```\n').headings).toEqual([]);
  });
});

describe('a page', () => {
  const page = readPage(`---
title: How we answer
aliases:
  - /handbook/old/
---

{{% alert title="Note" %}}
Write to [us](mailto:Help@example.com?subject=Hi), in \`#help-desk\`, #second_line or [the list](/handbook/list/#names).
{{% /alert %}}

### 👋 Who we are

See [the guide]({{< ref "/handbook/guide.md#part" >}}), [next door](../next/) and <https://example.com/a>.
Mail sales@example.com. Not a channel: C#, issue #12, [part](#part), &#35;x.

<a href="https://example.com/html">in HTML</a>
`);

  it('has its title and its former addresses', () => {
    expect(page.matter).toMatchObject({ title: 'How we answer', aliases: ['/handbook/old/'] });
  });

  it('has its headings without emoji', () => {
    expect(page.headings).toEqual([{ text: 'Who we are', anchor: '-who-we-are' }]);
  });

  it('has its mailboxes, in the text and behind links', () => {
    expect([...page.mailboxes].sort()).toEqual(['help@example.com', 'sales@example.com']);
  });

  it('has its channels, and nothing that only looks like one', () => {
    expect([...page.channels]).toEqual(['#help-desk', '#second_line']);
  });

  it('has its links, those of shortcodes too', () => {
    expect(page.links.map(({ href }) => href)).toEqual([
      'mailto:Help@example.com?subject=Hi',
      '/handbook/list/#names',
      '/handbook/guide.md#part',
      '../next/',
      'https://example.com/a',
      '#part',
      'https://example.com/html',
    ]);
    expect(page.links[1]?.text).toBe('the list');
  });
});

it('the handbook page is read whole', () => {
  const file = '../../fixtures/handbook/collaborating-with-community-programs.md';
  const page = readPage(readFileSync(join(__dirname, file), 'utf8'));

  expect(page.matter.title).toBe('Collaborating with Community Programs');
  expect(page.headings.length).toBeGreaterThan(10);
  expect([...page.mailboxes]).toContain(EDUCATION);
  expect([...page.channels]).toEqual(expect.arrayContaining([TEAM_CHANNEL, CAMPUSES_CHANNEL]));
});
