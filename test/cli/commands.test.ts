import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from './run-cli';
import { PROGRAM_RESOURCES, TEAM_CHANNEL } from '../rule-book/names';

const ROOT = join(__dirname, '..', '..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('ask', () => {
  it('answers a question in plain text', async () => {
    const { code, out, err } = await runCli('ask', [
      'uni customer forwarded me their renewal request, who on your team do I cc?',
    ]);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('self-service renewal instructions');
    expect(out).toContain('Do not forward the request or cc individual team members');
    expect(out).toContain(`${PROGRAM_RESOURCES}#renewal`);
    expect(out).toContain('“Renewal”');
    expect(out).not.toContain('\u001b');
  });

  it('gives JSON as other programs expect it', async () => {
    const { code, out } = await runCli('ask', ['--json', 'where does a startup apply?']);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      outcome: 'answer',
      route: 'apply',
      topic: 'application',
      program: 'startups',
      confidence: expect.any(Number),
      text: expect.stringContaining('Proxi.id'),
      contacts: expect.any(Array),
      links: expect.arrayContaining([{ title: 'Active Programs', url: expect.any(String) }]),
      shown: expect.any(String),
      candidates: expect.any(Array),
      alternatives: expect.any(Array),
      why: expect.arrayContaining(['startup']),
      source: {
        page: 'Collaborating with Community Programs',
        heading: 'Community program application cycle',
      },
    });
  });

  it('says that it does not know, and where to ask', async () => {
    const { code, out } = await runCli('ask', ['--json', "what's for lunch"]);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'none',
      route: null,
      topic: null,
      source: null,
      contacts: [{ kind: 'slack', value: TEAM_CHANNEL }],
    });
  });

  it('streams JSON Lines, a line out for a line in', async () => {
    const lines = [
      '{"text":"who owns it","id":"a"}',
      '',
      '{"id":1}',
      'nonsense',
      '{"text":"hi","surface":"slash"}',
    ];

    const { code, out, err } = await runCli('ask', ['--jsonl'], { input: `${lines.join('\n')}\n` });

    expect(code).toBe(0);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => answer['error'] ?? answer['outcome'])).toEqual([
      expect.stringMatching(/^(?:answer|clarify|none)$/),
      'line 2: the line is empty',
      expect.stringMatching(/^line 3: /),
      expect.stringMatching(/^line 4: /),
      'none',
    ]);
    expect(answers[0]?.['id']).toBe('a');
    expect(err).toContain('3 of 5 lines were invalid.');
  });

  it.each([
    [[], 'The text is missing.'],
    [['one', 'two'], 'Found more than one text'],
    [['--loud', 'text'], "Unknown option '--loud'"],
    [['--jsonl', 'text'], '--jsonl reads standard input'],
  ])('refuses %j with the usage', async (args, sentence) => {
    const { code, out, err } = await runCli('ask', args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toContain('Usage: ');
  });

  it('names a folder of rules that is not there', async () => {
    const { code, err } = await runCli('ask', ['--rules', join(folder, 'nowhere'), 'text']);

    expect(code).toBe(1);
    expect(err).toContain(`Cannot read the folder of rules "${join(folder, 'nowhere')}"`);
  });
});

describe('ask --explain', () => {
  it('explains the answer to a person', async () => {
    const { code, out, err } = await runCli('ask', [
      '--explain',
      'Hi team, uni cust wants to renwe, who do I forward it to?',
    ]);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const line of [
      /^ {2}Question: uni cust wants to renwe, who do I forward it to\?$/m,
      /^ {2}Greeting and signature .*: Hi team,$/m,
      /^ {2}cust → customer, renwe → renew$/m,
      /^ {2}“uni”: GitLab for Education \(suggested;/m,
      /^ {2}\d\.\d\d {2}“A member wants to renew” \(renewal-request\)\n +for: .*renwe \+\d/m,
      /^ {8}against: .*−\d\.\d/m,
      /^ {2}Decided by: the lowest expected cost, in button presses\. A confident answer \d/m,
      /^ {2}Probabilities: top route \d\.\d\d, out of scope \d\.\d\d, ambiguous \d\.\d\d\.$/m,
      /^Why not “.*\?\n {2}The top candidate is .* times as likely\./m,
    ]) {
      expect(out).toMatch(line);
    }
    expect(out).not.toMatch(/[~"]|about:|kind:/);
  });

  it('cannot be combined with --json', async () => {
    const { code, err } = await runCli('ask', ['--explain', '--json', 'text']);

    expect(code).toBe(2);
    expect(err).toContain('--explain and --json cannot be combined.');
  });
});

describe('rules:check', () => {
  it('counts routes and examples', async () => {
    const { code, out } = await runCli('rules-check', ['--fast']);

    expect(code).toBe(0);
    expect(out).toMatch(/^The rules are valid: \d+ routes, \d{4,5} examples\.\n$/);
  });

  it('names every fault of a broken book, on standard error, and so does ask', async () => {
    const broken = join(folder, 'broken');
    cpSync(join(ROOT, 'rules'), broken, { recursive: true });
    const file = join(broken, 'renewal', 'renewal-request.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('headline:', 'headlin:'));

    const check = await runCli('rules-check', ['--rules', broken]);
    const ask = await runCli('ask', ['--rules', broken, 'text']);

    for (const { code, out, err } of [check, ask]) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(
        /broken\/renewal\/renewal-request\.yml:5:1 unknown-field: "headlin" .*"headline"\?/,
      );
      expect(err).toMatch(/missing-field: "headline" is missing/);
    }
  });
});

describe('eval', () => {
  it('prints each score with its count and interval', async () => {
    const { code, out } = await runCli('eval', ['eval/questions.jsonl']);

    expect(code).toBe(0);
    for (const name of [
      'route accuracy',
      'right or offered',
      'out-of-scope recall',
      'confidently wrong',
    ]) {
      expect(out).toMatch(
        new RegExp(
          `${name} +\\d\\.\\d{3} {2}\\(\\d+ of \\d+; 95 %: \\d\\.\\d{3} to \\d\\.\\d{3}\\)`,
        ),
      );
    }
  });

  it('gives null for a share of no questions', async () => {
    const file = join(folder, 'one.jsonl');
    const question = {
      id: 'x',
      surface: 'slash',
      text: 'hello',
      route: null,
      accept: [],
      program: null,
      outcome: 'none',
    };
    writeFileSync(file, `${JSON.stringify(question)}\n`);

    const { out } = await runCli('eval', ['--json', file]);

    expect(JSON.parse(out)).toMatchObject({
      count: 1,
      scores: { routeAccuracy: { value: null }, outOfScopeRecall: { value: 1 } },
    });
  });

  it('names every invalid line', async () => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(file, '{"id":"a"}\nnot json\n');

    const { code, err } = await runCli('eval', [file]);

    expect(code).toBe(1);
    expect(err).toMatch(/line 1: [^]*line 2: /);
  });

  it('learns from a set of texts alone, and scores on its others', async () => {
    const file = join(folder, 'pairs.json');
    const train = [
      ['who trims the lamp', 'lamp'],
      ['the lamp went out', 'lamp'],
      ['who rows the boat', 'boat'],
      ['the boat leaks', 'boat'],
    ];
    const test = [
      ['lamps', 'lamp'],
      ['boats', 'boat'],
      ['what is for lunch', null],
    ];
    writeFileSync(file, JSON.stringify({ train, test }));

    const { code, out } = await runCli('eval', ['--json', '--data', file]);

    expect({ code, scores: JSON.parse(out) as unknown }).toEqual({
      code: 0,
      scores: { top1: 1, top3: 1, n: 2 },
    });
  });

  it('says what a set of texts must look like', async () => {
    const file = join(folder, 'no-pairs.json');
    writeFileSync(file, '{"train": [["a"]]}');

    const { code, err } = await runCli('eval', ['--data', file]);

    expect(code).toBe(1);
    expect(err).toMatch(/"train": \[\[text, label\]/);
  });
});

describe('manifest', () => {
  it('prints the one for HTTP', async () => {
    const { code, out } = await runCli('manifest', ['--url', 'https://bot.example.com']);

    expect(code).toBe(0);
    expect(out.match(/https:\/\/bot\.example\.com\/slack\/events/g)).toHaveLength(3);
    expect(out).toContain('socket_mode_enabled: false');
  });

  it('refuses an address that Slack cannot reach', async () => {
    const { code, err } = await runCli('manifest', ['--url', 'http://localhost']);

    expect(code).toBe(2);
    expect(err).toContain('Specify a URL that begins with https://');
  });
});
