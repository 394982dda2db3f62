import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAnswer } from '../../src/answer/answer';
import { chooseRoute, NO_ROUTE } from '../../src/answer/choose';
import { plainText } from '../../src/answer/plain-text';
import { readPage } from '../../src/tools/handbook/read-page';
import { loadRules } from '../../src/rule-book/load';
import { runCli } from './run-cli';
import { EDUCATION, TEAM_CHANNEL } from '../rule-book/names';

// Each command is a process of its own that reads all rules.
const ROOT = join(__dirname, '..', '..');
const HANDBOOK = join(ROOT, 'test/fixtures/handbook');
const PAGE = 'collaborating-with-community-programs.md';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-'));
  cpSync(join(ROOT, 'rules'), join(folder, 'rules'), { recursive: true });
  cpSync(HANDBOOK, join(folder, 'handbook'), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function check(...args: readonly string[]): ReturnType<typeof runCli> {
  const rules = ['--rules', join(folder, 'rules')];
  return runCli('handbook-check', [...rules, ...args, join(folder, 'handbook')]);
}

describe('handbook:check', () => {
  it('finds that the rules match the page that they were written from', async () => {
    const { code, out } = await runCli('handbook-check', [HANDBOOK]);

    expect(code).toBe(0);
    expect(out).toMatch(/^Not checked: \d+ addresses and names outside /);
    expect(out).toContain('The rules match the handbook.\n');
  });

  it('lists what a person has to edit, and exits 1', async () => {
    const file = join(folder, 'handbook', PAGE);
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace('### Lead routing', '### Routing leads')
        .replace(EDUCATION, 'another-mailbox@gitlab.com')
        .replaceAll(new RegExp(`${TEAM_CHANNEL}(?=\`| channel)`, 'g'), '#another-channel'),
    );

    const { code, out } = await check();

    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/:\d+:\d+ .*? It might be /, ' … '))).toEqual([
      expect.stringMatching(/^rules\/destinations\.yml … "#another-channel" now\./),
      expect.stringMatching(/^rules\/destinations\.yml … "another-mailbox@gitlab\.com" now\./),
      expect.stringMatching(
        /^rules\/sources\.yml … "Routing leads" now\. Routes based on it: lead-reply, program-contact, program-owner/,
      ),
      expect.stringMatching(/^rules\/sources\.yml:\d+:\d+ changed-page: /),
      expect.stringMatching(/^Not checked: /),
    ]);
  });

  it('takes a page as checked with --accept, and changes nothing else', async () => {
    const file = join(folder, 'handbook', PAGE);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more word.\n`);
    const sources = join(folder, 'rules/sources.yml');
    const before = readFileSync(sources, 'utf8').split('\n');

    const { code, out } = await check('--accept');

    expect(code).toBe(0);
    expect(out).toMatch(/^Accepted on \d{4}-\d\d-\d\d: collaborating-with-community-programs/);
    const after = readFileSync(sources, 'utf8').split('\n');
    expect(after).toHaveLength(before.length);
    const changed = after.filter((line, at) => line !== before[at]);
    expect(changed.filter((line) => !/^ {6}(?:date|sha256): /.test(line))).toEqual([]);
    expect((await check()).code).toBe(0);
  });

  it('says that none of its pages is in a folder', async () => {
    const { code, out } = await runCli('handbook-check', [join(ROOT, 'eval')]);

    expect(code).toBe(1);
    expect(out).toContain(`gone-page: The checkout has no page "${PAGE}".`);
  });

  it.each([
    [[], 2, 'Specify one checkout of the handbook.'],
    [[join(ROOT, 'nowhere')], 1, 'Cannot read the folder'],
    [[join(ROOT, 'rules/schema')], 1, 'contains no pages (.md files).'],
  ])('%j exits %i', async (args, expected, sentence) => {
    const { code, err } = await runCli('handbook-check', args);

    expect(code).toBe(expected);
    expect(err).toContain(sentence);
  });
});

describe('every answer', () => {
  const { book } = loadRules(join(ROOT, 'rules'));
  const page = readPage(readFileSync(join(HANDBOOK, PAGE), 'utf8'));
  const headings = page.headings.map(({ text }) => text);
  const NO_SOURCE = { page: '', heading: '', also: [] };
  const programs = [null, ...book.programs.map(({ id }) => id)];

  it.each(Object.keys(book.routes))(
    '%s names the page and the heading that it is based on',
    (route) => {
      for (const program of programs) {
        const routed = chooseRoute(book, { route, program }) ?? NO_ROUTE;
        const answer = makeAnswer(routed, book);
        const { page: title, heading, also } = answer.source ?? NO_SOURCE;

        expect(title).toBe(page.matter.title);
        for (const one of [heading, ...also]) expect(headings).toContain(one);
        expect(plainText(answer)).toContain(`Source: ${title}, “${heading}”`);
      }
    },
  );
});
