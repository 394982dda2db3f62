import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { escapeMarkdown } from '../../../src/tools/docs/markdown';
import { rulesPage } from '../../../src/tools/docs/rules-page';
import { readPage } from '../../../src/tools/handbook/read-page';
import { makeAnswer } from '../../../src/answer/answer';
import { chooseRoute, NO_ROUTE } from '../../../src/answer/choose';
import { loadRules, parseRules } from '../../../src/rule-book/load';
import { SMALL_BOOK, textsOf } from '../../rule-book/small-book';
import { TEAM } from '../../rule-book/names';

const rules = loadRules(join(__dirname, '..', '..', '..', 'rules'));
const { book } = rules;
const markdown = rulesPage(rules);
const page = readPage(markdown);

function sectionOf(route: string): string {
  const [, section = ''] = markdown.split(`\n### ${route}\n`);
  return section.split(/\n##+ /)[0] ?? '';
}

describe('the page of all rules', () => {
  it('has the topics in the order of a reader, and every route once below its own', () => {
    const expected = book.guide.topics.flatMap(({ id, title }) => [
      title,
      ...Object.values(book.routes)
        .filter(({ topic }) => topic === id)
        .map((route) => route.id),
    ]);

    expect(page.headings.map(({ text }) => text)).toEqual([
      `All rules: ${TEAM}`,
      ...expected,
      'The programs',
      'Out of scope',
    ]);
  });

  it('has no link to a place that it does not have', () => {
    const inner = page.links.filter(({ href }) => href.startsWith('#'));

    expect(inner.length).toBeGreaterThan(50);
    for (const { href } of inner) expect([...page.anchors]).toContain(href.slice(1));
  });

  it.each(Object.keys(book.routes))('tells all of %s', (route) => {
    const section = sectionOf(route);
    const answer = makeAnswer(chooseRoute(book, { route, program: null }) ?? NO_ROUTE, book);

    for (const { url } of answer.links) expect(section).toContain(`](${url})`);
    for (const { value } of answer.contacts) expect(section).toContain(value);
    expect(section).toContain(escapeMarkdown(answer.source?.heading ?? 'no heading'));
    expect(section).toContain('**For example**\n\n- ');
    expect(section).not.toMatch(/[{}]/);
  });

  it('shows look-alikes with the route that they belong to', () => {
    expect(sectionOf('renewal-opportunity')).toMatch(
      /\*\*Similar questions that belong elsewhere\*\*\n\n(?:- .*\n)*- \[opportunity-owner\]\(#opportunity-owner\): /,
    );
  });

  it('does without programs and out-of-scope intents', () => {
    const small = rulesPage(parseRules('rules', textsOf(SMALL_BOOK)));

    expect(readPage(small).headings.map(({ text }) => text)).toEqual([
      'All rules: Lighthouse',
      'The house',
      'boat',
      'lamp',
    ]);
  });
});

it.each([
  ['a * b_c', 'a \\* b\\_c'],
  ['<tag> [x] `y`', '\\<tag\\> \\[x\\] \\`y\\`'],
  ['# no heading', '\\# no heading'],
  ['1. no list', '1\\. no list'],
])('text stays text: %s', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
  expect(readPage(escaped).text).toBe(text);
});
