import { describe, expect, it } from '@jest/globals';
import { FaultyRulesError } from '../../src/rule-book/faulty-rules';
import { parseRules } from '../../src/rule-book/load';
import { formatProblem } from '../../src/rule-book/problem';
import { SMALL_BOOK, textsOf } from './small-book';

function faultsOf(changes: Readonly<Record<string, string | undefined>>): string[] {
  const book = { ...SMALL_BOOK, ...changes };
  const files = Object.entries(book).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  try {
    parseRules('rules', textsOf(Object.fromEntries(files)));
    return [];
  } catch (error) {
    if (!(error instanceof FaultyRulesError)) throw error;
    return error.problems.map(formatProblem);
  }
}

const AMBIGUOUS = `ambiguous:
  - routes: [lamp, boat]
    examples:
      - who goes there
`;
const TIMES_TEN = (name: string): string => `[${Array(10).fill(name).join(', ')}]`;
const MANY_REFERENCES = `a: &a [1]
b: &b ${TIMES_TEN('*a')}
c: &c ${TIMES_TEN('*b')}
d: &d ${TIMES_TEN('*c')}`;

function matches(fault: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? fault === expected : expected.test(fault);
}

function edited(path: string, from: string, to: string): Record<string, string> {
  const text = SMALL_BOOK[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
  return { [path]: text.replace(from, to) };
}

describe('a book without faults', () => {
  it('loads', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('loads with ambiguous examples', () => {
    expect(faultsOf({ 'ambiguous/any-name.examples.yml': AMBIGUOUS })).toEqual([]);
  });
});

describe('a fault is named with its place, what was found and what to do', () => {
  it.each([
    [
      'an unknown field',
      edited('house/lamp.yml', 'destinations:', 'destinatons:'),
      'rules/house/lamp.yml:6:1 unknown-field: "destinatons" is not a valid field here. Did you mean "destinations"?',
    ],
    [
      'a missing field',
      edited('house/lamp.yml', 'headline: The keeper trims it.\n', ''),
      'rules/house/lamp.yml:1:1 missing-field: "headline" is missing. Add it (string).',
    ],
    [
      'a missing source',
      edited('house/boat.yml', 'source: { page: guide, heading: Boats }\n', ''),
      'rules/house/boat.yml:1:1 missing-field: "source" is missing. Add it (object).',
    ],
    [
      'a value of another type',
      edited('house/lamp.yml', 'do: [Tell the keeper.]', 'do: Tell the keeper.'),
      'rules/house/lamp.yml:5:5 wrong-type: "Tell the keeper." is invalid: the type must be array',
    ],
    [
      'broken YAML',
      edited('house/boat.yml', 'title: The boat', 'title: "The boat'),
      /^rules\/house\/boat\.yml:\d+:\d+ yaml-syntax: /,
    ],
    [
      'a text that YAML takes for a reference',
      edited('house/boat.yml', 'title: The boat', 'title: *Boat*'),
      "rules/house/boat.yml:3:8 yaml-syntax: YAML reads *Boat* as a reference to another value, and there is none. If it is text, put all of it in quotes: '*Boat*'",
    ],
    [
      'a reference to no value where more text follows',
      edited('house/boat.examples.yml', '- oars are missing', '- *oars are missing'),
      /^rules\/house\/boat\.examples\.yml:4:5 yaml-syntax: YAML reads \*oars as a reference/,
    ],
    [
      'values of a reference to no value',
      edited('house/boat.yml', 'title: The boat', '<<: *boat\ntitle: The boat'),
      /^rules\/house\/boat\.yml:3:5 yaml-syntax: YAML reads \*boat as a reference/,
    ],
    [
      'references that repeat each other many times over',
      edited('house/boat.yml', 'title: The boat', MANY_REFERENCES),
      'rules/house/boat.yml:4:8 yaml-syntax: The references in this file, such as *a, repeat too many values. Write each value out where it belongs',
    ],
    [
      'a value that refers to itself',
      edited('house/boat.yml', 'title: The boat', 'title: &title [*title]'),
      'rules/house/boat.yml:3:15 wrong-type: a value that refers to itself is invalid: the type must be string',
    ],
    [
      'an ambiguous example of an unknown route',
      { 'ambiguous/all.examples.yml': AMBIGUOUS.replace('boat', 'bot') },
      'rules/ambiguous/all.examples.yml:2:20 unknown-id: "bot" is not in the list of routes. Did you mean "boat"?',
    ],
    [
      'an ambiguous example of one route',
      { 'ambiguous/all.examples.yml': AMBIGUOUS.replace('lamp, ', '') },
      /^rules\/ambiguous\/all\.examples\.yml:2:13 bad-value: /,
    ],
    [
      'an ambiguous example that is also in a route',
      { 'ambiguous/all.examples.yml': AMBIGUOUS.replace('who goes there', 'Oars are missing') },
      'rules/ambiguous/all.examples.yml:4:9 duplicate-example: "Oars are missing" is also in rules/house/boat.examples.yml:4. Remove one of them.',
    ],
    [
      'a duplicate key',
      edited('house/lamp.yml', 'topic: house', 'topic: house\ntopic: house'),
      /^rules\/house\/lamp\.yml:3:1 yaml-syntax: .*unique/,
    ],
    [
      'an unknown destination',
      edited('house/lamp.yml', '[lamp-page]', '[lamp-pge, lamp-page]'),
      'rules/house/lamp.yml:6:16 unknown-id: "lamp-pge" is not in the list of destinations. Did you mean "lamp-page"?',
    ],
    [
      'an unknown placeholder',
      edited('house/boat.yml', '{desk}', '{dek}'),
      'rules/house/boat.yml:5:6 unknown-id: Unknown placeholder {dek}. Did you mean "desk"?',
    ],
    [
      'a heading that the page does not have',
      edited('house/boat.yml', 'heading: Boats', 'heading: Boat'),
      'rules/house/boat.yml:6:33 unknown-id: The page "guide" has no heading "Boat". Did you mean "Boats"?',
    ],
    [
      'an id that is not the name of its file',
      edited('house/lamp.yml', 'id: lamp\n', 'id: lantern\n'),
      'rules/house/lamp.yml:1:5 bad-name: The id "lantern" does not match the file name. Rename the file to lantern.yml, or change the id to "lamp".',
    ],
    [
      'a topic that is not the name of its folder',
      edited('house/lamp.yml', 'topic: house', 'topic: hut'),
      'rules/house/lamp.yml:2:8 bad-name: The topic "hut" does not match the folder name. Move the file, or change the topic to "house".',
    ],
    [
      'a destination that nothing uses',
      edited('house/lamp.yml', 'destinations: [lamp-page]\n', ''),
      'rules/destinations.yml:5:11 unused-destination: No route, program or out-of-scope intent uses "lamp-page". Use it or remove it.',
    ],
    [
      'an example in two routes',
      edited('house/boat.examples.yml', 'oars are missing', 'who trims the LAMP'),
      'rules/house/boat.examples.yml:4:5 duplicate-example: "who trims the LAMP" is also in rules/house/lamp.examples.yml:2. Remove one of them.',
    ],
    [
      'a route without examples',
      { 'house/boat.examples.yml': undefined },
      'rules/house/boat.yml:1:5 missing-file: The route "boat" has no examples. Add them to boat.examples.yml in the same folder.',
    ],
    [
      'a missing list',
      { 'guide.yml': undefined },
      'rules/guide.yml:1:1 missing-file: The file rules/guide.yml is missing. Every rule book needs it.',
    ],
    [
      'a file that is no rule file',
      { 'programms.yml': 'programs: []\n' },
      /^rules\/programms\.yml:1:1 stray-file: .*Did you mean "programs\.yml"\?$/,
    ],
  ])('%s', (_, changes, expected) => {
    const faults = faultsOf(changes);

    expect(faults.filter((fault) => matches(fault, expected))).toHaveLength(1);
  });

  it('every fault at once, in the order of the files', () => {
    const faults = faultsOf({
      ...edited('house/lamp.yml', '[lamp-page]', '[lamp-pge, lamp-page, quay]'),
      ...edited('house/boat.yml', 'heading: Boats', 'heading: Boat'),
    });

    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'rules/house/boat.yml:6:33',
      'rules/house/lamp.yml:6:16',
      'rules/house/lamp.yml:6:37',
    ]);
  });
});
