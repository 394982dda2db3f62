import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeAnswer } from '../../src/replies/answer';
import { chooseRoute } from '../../src/replies/choose';
import { jsonAnswer } from '../../src/replies/json';
import { parseRules } from '../../src/rules/load';
import { readRulesFolder } from '../../src/rules/read-folder';
import type { RuleBook } from '../../src/rules/types';

const RULES = join(__dirname, '..', '..', 'rules');

/** The rule book after one edit of one line of destinations.yml. */
function bookAfter(line: string, edited: string): RuleBook {
  const texts = readRulesFolder(RULES).map(({ path, text }) => {
    if (path !== 'destinations.yml') return { path, text };
    if (text.split(line).length !== 2) throw new Error(`"${line}" does not stand once in ${path}.`);
    return { path, text: text.replace(line, edited) };
  });
  return parseRules('rules', texts).book;
}

/** Every answer of a rule book, for every program, as one text each. */
function answersOf(book: RuleBook): string[] {
  const programs = [null, ...book.programs.map(({ id }) => id)];
  return Object.keys(book.routes).flatMap((route) =>
    programs.map((program) => {
      const routed = chooseRoute(book, { route, program });
      return routed === undefined ? '' : JSON.stringify(jsonAnswer(makeAnswer(routed, book)));
    }),
  );
}

const BEFORE = answersOf(parseRules('rules', readRulesFolder(RULES)).book);

describe('one edited line renames everywhere', () => {
  it.each([
    { prefix: "value: '", old: '#strategy-programs', fresh: '#beacon' },
    { prefix: 'name: ', old: 'Strategy Programs', fresh: 'Beacon' },
    {
      prefix: "programs: '{handbook}/marketing/",
      old: 'developer-relations/strategy-programs/',
      fresh: 'developer-relations/programs/',
    },
    { prefix: 'value: ', old: 'education@gitlab.com', fresh: 'edu@example.com' },
  ])('$old', ({ prefix, old, fresh }) => {
    const after = answersOf(bookAfter(prefix + old, prefix + fresh));

    expect(BEFORE.filter((answer) => answer.includes(old)).length).toBeGreaterThan(5);
    expect(after).toEqual(BEFORE.map((answer) => answer.replaceAll(old, fresh)));
  });
});
