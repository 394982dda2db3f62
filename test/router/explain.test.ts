import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { parseQuestions } from '../../src/tools/evaluation/questions';
import { explanationText } from '../../src/answer/explanation-text';
import type { WordShare } from '../../src/router/explain/explanation';

const ROOT = join(__dirname, '..', '..');
const { book, router } = openRuleBook(join(ROOT, 'rules'));
const QUESTIONS = parseQuestions(readFileSync(join(ROOT, 'eval/questions.jsonl'), 'utf8'));
const EXPLAINED = QUESTIONS.map(({ text, surface }) => ({
  routed: router.route(text, { surface }),
  explanation: router.explain(text, { surface }),
}));

const OUTCOMES = { answer: 'answer', guess: 'clarify', ask: 'clarify', none: 'none' } as const;

function sum(words: readonly WordShare[]): number {
  return words.reduce((total, { share }) => total + share, 0);
}

describe('an explanation of each labeled question', () => {
  it('is of the decision that was made', () => {
    for (const { routed, explanation } of EXPLAINED) {
      expect(explanation.routed).toEqual(routed);
      expect(OUTCOMES[explanation.verdict.action]).toBe(routed.outcome);
    }
  });

  it('leaves nothing out: the words of the comparison make up the odds', () => {
    // Without a program no route takes over from another. Between a route and what is out of scope, training shifts the odds.
    const plain = EXPLAINED.flatMap(({ explanation: { comparison, program } }) =>
      program.program === null &&
      comparison?.first.kind === comparison?.second.kind &&
      comparison !== null
        ? [comparison]
        : [],
    );

    expect(plain.length).toBeGreaterThan(20);
    for (const { first, second, words } of plain) {
      expect(sum(words)).toBeCloseTo(Math.log(first.probability / second.probability), 4);
    }
  });

  it('leaves nothing out: the words make up what they alone say of an open question', () => {
    for (const { explanation } of EXPLAINED) {
      const { words, signs } = explanation.ambiguity;
      expect(1 / (1 + Math.exp(-sum(words)))).toBeCloseTo(signs.unclear, 5);
    }
  });

  it('takes the action that costs the asker least', () => {
    for (const { explanation } of EXPLAINED) {
      const { action, costs } = explanation.verdict;

      expect(costs[action]).toBe(Math.min(...Object.values(costs)));
    }
  });

  it('has no name of a feature in its text', () => {
    for (const { explanation } of EXPLAINED) {
      const text = explanationText({ ...explanation, utterance: NOTHING }, book);
      expect(text).not.toMatch(/[~"^$]|\babout:|\bkind:|\bprogram:|intent:/);
    }
  });
});

/** The asker's own text may hold anything. */
const NOTHING = { kind: 'question', segments: [], boilerplate: '', ignored: [] } as const;

describe('the parts of a letter', () => {
  const letter = `From: Ann Bee <ann@example.edu>
Subject: Re: Renewal

Hello Tom,

how do we renew for another year? We also have a startup.

Kind regards,
Ann Bee, GitLab for Education member

On Monday Tom wrote:
> Did you apply already?`;
  const explanation = router.explain(letter, { surface: 'shortcut' });
  const text = explanationText(explanation, book);

  it('are told apart', () => {
    expect(text).toContain('  Subject: Renewal\n');
    expect(text).toContain('  Question: how do we renew for another year?\n');
    expect(text).toContain('  Statement: We also have a startup.\n');
    expect(text).toContain('  Quoted email (low weight): Did you apply already?\n');
    expect(text).toContain('Hello Tom, / Kind regards, / Ann Bee, GitLab for Education member\n');
    expect(text).toContain('  Headers and legal notices: From: Ann Bee');
  });

  it('give the program by the name in the signature, over the hint in the text', () => {
    expect(text).toContain('“gitlab for education”: GitLab for Education (named');
    expect(explanation.program).toMatchObject({ program: 'education', by: 'name' });
  });

  it('say which route takes over from another that is not for the program', () => {
    expect(explanation.contenders[0]?.standsInFor).toEqual(['startup-renewal']);
    expect(text).toContain('replaces “startup-renewal”, which does not apply to this program');
  });
});

it('a text in another language is said to be one', () => {
  const german =
    'Sehr geehrte Damen und Herren, unsere Schule möchte die Lizenz gerne verlängern und bittet Sie um eine Auskunft, wie das nun geht. Mit freundlichen Grüßen aus Ulm';
  const text = explanationText(router.explain(german, { surface: 'shortcut' }), book);

  expect(text).toContain(
    'This text does not seem to be in English. The router reads only English.',
  );
});

describe('an out-of-scope text', () => {
  it('names the out-of-scope intent first, and the limit that decided', () => {
    const text = explanationText(router.explain('who sells swag at your booth?'), book);

    expect(text).toMatch(/Candidates\n {2}\d\.\d\d {2}“partners, .*” \(partners, out of scope\)/);
    expect(text).toContain('Decision\n  No answer.\n');
    expect(text).toMatch(
      /Decided by: the lowest expected cost, in button presses\. No answer \d\.\d\d, /,
    );
  });
});
