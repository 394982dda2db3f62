import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, parseDocument } from 'yaml';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { manifestFile } from '../../src/tools/docs/manifest';
import { escapeMarkdown } from '../../src/tools/docs/markdown';
import { readmePage } from '../../src/tools/docs/readme';
import { rulesPage } from '../../src/tools/docs/rules-page';
import { makeAnswer } from '../../src/answer/answer';
import { chooseRoute, NO_ROUTE } from '../../src/answer/choose';
import { jsonAnswer } from '../../src/answer/json';
import { guideMessage } from '../../src/slack/features/ask/help';
import { homeBlocks } from '../../src/slack/features/home/blocks';
import { listMessage } from '../../src/slack/features/ask/topic-list';
import { type LoadedRules, parseRules } from '../../src/rule-book/load';
import { readRulesFolder } from '../../src/rule-book/read-folder';
import type { RuleBook } from '../../src/rule-book/types';
import type { AppManifest } from '../../src/slack/http-manifest';
import { COMMAND } from '../../src/slack/names';
import { EDUCATION, PROGRAM_RESOURCES, TEAM, TEAM_CHANNEL } from './names';

const RULES = join(__dirname, '..', '..', 'rules');
const [BASE = ''] = /developer-relations\/[a-z-]+\//.exec(PROGRAM_RESOURCES) ?? [];

/** The rules after edits of destinations.yml, each of one line. */
function rulesAfter(
  edits: readonly (readonly [string, string])[],
  start = (text: string): string => text,
): LoadedRules {
  const texts = readRulesFolder(RULES).map(({ path, text }) => {
    if (path !== 'destinations.yml') return { path, text };
    return { path, text: edits.reduce(edit, start(text)) };
  });
  return parseRules('rules', texts);
}

function edit(text: string, [line, edited]: readonly [string, string]): string {
  if (text.split(line).length !== 2) throw new Error(`"${line}" does not stand once.`);
  return text.replace(line, edited);
}

function bookAfter(line: string, edited: string): RuleBook {
  return rulesAfter([[line, edited]]).book;
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
    { prefix: "value: '", old: TEAM_CHANNEL, fresh: '#beacon' },
    { prefix: 'name: ', old: TEAM, fresh: 'Beacon' },
    {
      prefix: "programs: '{handbook}/marketing/",
      old: BASE,
      fresh: 'developer-relations/beacon/',
    },
    { prefix: 'value: ', old: EDUCATION, fresh: 'edu@example.com' },
  ])('$old', ({ prefix, old, fresh }) => {
    const after = answersOf(bookAfter(prefix + old, prefix + fresh));

    expect(BEFORE.filter((answer) => answer.includes(old)).length).toBeGreaterThan(5);
    expect(after).toEqual(BEFORE.map((answer) => answer.replaceAll(old, fresh)));
  });
});

/** The names that the team has had since its second renaming, whatever it is called now. */
function asStrategyPrograms(text: string): string {
  const document = parseDocument(text);
  const channel = ['destinations', 0];
  document.setIn(['team', 'name'], 'Strategy Programs');
  document.setIn(['team', 'old_names', 0], 'Community Programs');
  document.setIn(['team', 'old_names', 1], 'Developer Relations Programs');
  document.setIn([...channel, 'value'], '#strategy-programs');
  document.setIn([...channel, 'was', 0], '#community-programs');
  document.setIn([...channel, 'was', 1], '#developer-relations-programs');
  document.setIn(
    ['bases', 'programs'],
    '{handbook}/marketing/developer-relations/strategy-programs/',
  );
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

describe('the team becomes Developer Relations Programs', () => {
  const before = rulesAfter([], asStrategyPrograms);
  const after = rulesAfter(
    [
      ['  name: Strategy Programs\n', '  name: Developer Relations Programs\n'],
      [
        'old_names: [Community Programs, Developer Relations Programs]',
        'old_names: [Strategy Programs, Community Programs]',
      ],
      ["value: '#strategy-programs'", "value: '#developer-relations-programs'"],
      [
        "was: ['#community-programs', '#developer-relations-programs']",
        "was: ['#strategy-programs', '#community-programs']",
      ],
      [
        'developer-relations/strategy-programs/',
        'developer-relations/developer-relations-programs/',
      ],
    ],
    asStrategyPrograms,
  );
  // Of the former names, answers tell the first.
  const former = (text: string): string =>
    text.replaceAll('was called Community Programs', 'was called Strategy Programs');
  const renamed = (text: string): string =>
    former(
      text
        .replaceAll('Strategy Programs', 'Developer Relations Programs')
        .replaceAll('strategy-programs', 'developer-relations-programs'),
    );
  const read = (file: string): string => readFileSync(join(RULES, '..', file), 'utf8');
  const shown = (blocks: unknown, version: string): string =>
    JSON.stringify(blocks).replaceAll(version, 'VERSION');

  it('in every answer', () => {
    expect(answersOf(after.book)).toEqual(answersOf(before.book).map(renamed));
  });

  it('on Home, in the guide, in the list and where nothing fits', () => {
    const surfaces = ({ book }: LoadedRules): string =>
      shown(
        [
          homeBlocks(book, {}),
          guideMessage(book, COMMAND),
          listMessage(book),
          jsonAnswer(makeAnswer(NO_ROUTE, book)),
        ],
        book.version,
      );

    expect(surfaces(before)).toContain('Strategy Programs');
    expect(surfaces(before)).toContain('#strategy-programs');
    expect(surfaces(after)).toBe(renamed(surfaces(before)));
  });

  it('in the manifest, whose limits it keeps', () => {
    const manifest = manifestFile(read('manifest.yml'), after.book);

    expect(manifest).toBe(renamed(manifestFile(read('manifest.yml'), before.book)));
    expect(manifest).toContain("GitLab's Developer Relations Programs");
    const { display_information: display } = parse(manifest) as AppManifest;
    expect(display.description?.length).toBeLessThanOrEqual(140);
  });

  it('in docs/rules.md', () => {
    const examples = new Set(before.examples.map(({ text }) => `- ${escapeMarkdown(text)}`));
    const told = (rules: LoadedRules): string =>
      rulesPage(rules)
        .split('\n')
        .filter((line) => !examples.has(line) && !line.includes('out of scope](#out-of-scope): '))
        .filter((line) => !/^- \[[a-z-]+\]\(#[a-z-]+\): .*/.test(line))
        .join('\n');

    expect(told(after)).toBe(renamed(told(before)));
  });

  it('in the README', () => {
    // The router is trained on the rules before: names change what is said, not who answers.
    const { router } = openRuleBook(RULES);

    const readme = readmePage(read('README.md'), { book: after.book, router });

    expect(readme).toContain('Its rules cover Developer Relations Programs (');
    expect(readme).not.toMatch(/[Ss]trategy[- ][Pp]rograms/);
  });

  it('and questions can still use the old names', () => {
    const { concepts } = after.book.routing;
    const wordsOf = (id: string): readonly string[] =>
      concepts.find((concept) => concept.id === id)?.words ?? [];

    expect(wordsOf('the-team')).toEqual([
      'Developer Relations Programs',
      'Strategy Programs',
      'Community Programs',
    ]);
    expect(wordsOf('a-channel')).toEqual(
      expect.arrayContaining(['#developer-relations-programs', '#strategy-programs']),
    );
  });
});
