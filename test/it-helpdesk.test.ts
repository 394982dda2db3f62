import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { homeBlocks } from '../src/slack/features/home/blocks';
import { loadRules } from '../src/rule-book/load';
import { runCli } from './cli/run-cli';

const FOLDER = join(__dirname, '..', 'examples/it-helpdesk');
const { book, examples } = loadRules(FOLDER);

interface Asked {
  readonly outcome: string;
  readonly route: string | null;
  readonly contacts: readonly { readonly value: string }[];
  readonly alternatives: readonly { readonly route: string }[];
}

async function ask(...texts: readonly string[]): Promise<Asked[]> {
  const input = texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
  const { out } = await runCli('ask', ['--jsonl', '--rules', FOLDER], { input });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Asked);
}

const QUESTIONS = {
  'I cannot remember my login password': 'reset-password',
  'bought a new phone, how do I transfer the sign-in codes': 'second-factor',
  'can I have rights for the folder of the legal team': 'shared-folder',
  'which form orders a laptop for somebody who starts in May': 'new-laptop',
  'keyboard is full of tea, needs repair': 'broken-laptop',
  'who do I tell that my work phone got stolen in the bus?': 'lost-device',
  'installing a drawing program needs an administrator': 'install-software',
  'the vpn breaks off when I work from home': 'vpn',
  'paper jam in the printer next to the kitchen': 'printing',
  'we cannot see the slides on the projector in room Elm': 'room-screen',
};

describe("another team's rule book", () => {
  it('has ten routes with some 25 examples each, out-of-scope intents, and no programs', () => {
    const counts = Object.keys(book.routes).map(
      (route) => examples.filter(({ labels }) => labels.join() === route).length,
    );

    expect(counts).toHaveLength(10);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(22);
    expect(book.programs).toEqual([]);
    expect(Object.keys(book.outOfScope)).toEqual(['facilities', 'people-team', 'smalltalk']);
  });

  it('passes rules:check, and handbook:check on its own guide', async () => {
    const check = await runCli('rules-check', ['--rules', FOLDER]);
    const handbook = await runCli('handbook-check', ['--rules', FOLDER, join(FOLDER, 'handbook')]);

    expect(check).toMatchObject({
      code: 0,
      out: `The rules are valid: 10 routes, ${examples.length} examples.\n`,
    });
    expect(handbook).toMatchObject({ code: 0, out: 'The rules match the handbook.\n' });
  });

  it('answers each of its routes', async () => {
    const answers = await ask(...Object.keys(QUESTIONS));

    expect(answers.map(({ outcome, route }) => [outcome, route])).toEqual(
      Object.values(QUESTIONS).map((route) => ['answer', route]),
    );
  });

  it('asks back where two fit, and is silent where nothing does', async () => {
    const [open, ...foreign] = await ask(
      'the screen shows nothing',
      'is there a free parking spot',
      'my salary has not arrived',
      'good evening',
    );

    expect(open?.outcome).toBe('clarify');
    expect(open?.alternatives.map(({ route }) => route)).toEqual(
      expect.arrayContaining(['broken-laptop', 'room-screen']),
    );
    for (const { outcome, contacts } of foreign) {
      expect({ outcome, contacts }).toMatchObject({
        outcome: 'none',
        contacts: [{ value: '#it-help' }],
      });
    }
  });

  it('has a Home tab without a word of programs', () => {
    const home = JSON.stringify(homeBlocks(book, {}));

    expect(home).toContain('Questions about IT Help Desk');
    expect(home).not.toContain('programs');
  });

  it('has a README whose commands are those of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
      scripts: object;
    };
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/npm run --silent (\S+)/g)].map(([, name]) => name);

    expect(named).toEqual(['rules:check', 'ask', 'handbook:check']);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
