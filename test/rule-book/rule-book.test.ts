import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { parseQuestions, type Question } from '../../src/tools/evaluation/questions';
import { score, type Scores } from '../../src/tools/evaluation/scores';
import { outOfScopeIntentOf } from '../../src/router/model/labels';
import { loadRules } from '../../src/rule-book/load';
import { readRulesFolder } from '../../src/rule-book/read-folder';

const ROOT = join(__dirname, '..', '..');
const RULES = join(ROOT, 'rules');
const { book, router } = openRuleBook(RULES);
const { examples } = loadRules(RULES);

function questionsOf(name: string): Question[] {
  return parseQuestions(readFileSync(join(ROOT, `eval/${name}.jsonl`), 'utf8'));
}

function scoresOn(name: string): Scores {
  return score(
    questionsOf(name).map((question) => ({
      question,
      routed: router.route(question.text, { surface: question.surface }),
    })),
  );
}

describe('the rule book', () => {
  it('holds 22 routes and more, each with 25 examples and more', () => {
    const counts = Object.keys(book.routes).map(
      (route) => examples.filter(({ labels }) => labels.length === 1 && labels[0] === route).length,
    );

    expect(counts.length).toBeGreaterThanOrEqual(22);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(25);
  });

  it('names every mailbox, channel, portal and base path in one place', () => {
    const texts = readRulesFolder(RULES).filter(({ path }) => !path.endsWith('.examples.yml'));
    const values = Object.values(book.destinations).flatMap((one) =>
      one.kind === 'page' ? [] : [one.value],
    );

    for (const value of [...values, '/developer-relations/']) {
      const places = texts
        .flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line })))
        .filter(({ line }) => !/^\s*#|\burl:/.test(line) && line.includes(value))
        .map(({ path }) => path);
      expect({ value, places }).toEqual({
        value,
        places: ['destinations.yml'],
      });
    }
  });

  it('rests every source on a heading of the handbook page', () => {
    const page = readFileSync(
      join(ROOT, 'test/fixtures/handbook/collaborating-with-community-programs.md'),
      'utf8',
    );
    const headings = [...page.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading = '']) =>
      heading.replace(/^[^\p{L}]+/u, '').trim(),
    );

    for (const { source } of Object.values(book.routes)) {
      for (const heading of [source.heading, ...source.also]) expect(headings).toContain(heading);
    }
  });

  it.each(['questions', 'practice', 'unseen'])('copies nothing from eval/%s.jsonl', (name) => {
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const asked = new Set(questionsOf(name).map(({ text }) => plain(text)));

    // What is nothing but signs is the same to the last letter only by chance.
    const worded = examples.filter(({ text }) => plain(text) !== '');

    expect(worded.filter(({ text }) => asked.has(plain(text)))).toEqual([]);
  });
});

describe('the router on the whole rule book', () => {
  it('lets no route steal what another route owns', () => {
    const stolen = examples.filter(({ text, labels }) => {
      const routed = router.route(text);
      return routed.outcome === 'answer' && !labels.includes(routed.route);
    });

    // A text that stands on a border may be taken for its out-of-scope intent once in a hundred.
    expect(stolen.length / examples.length).toBeLessThan(0.01);
  });

  it.each(Object.keys(book.routes))('finds %s again in its own examples', (route) => {
    const own = examples.filter(({ labels }) => labels.length === 1 && labels[0] === route);

    const found = own.filter(({ text }) => {
      const routed = router.route(text);
      const candidates = routed.alternatives.map((candidate) => candidate.route);
      return (routed.outcome === 'answer' && routed.route === route) || candidates.includes(route);
    });

    expect(found.length / own.length).toBeGreaterThan(0.97);
  });

  it('is silent where an out-of-scope intent owns the text', () => {
    const foreign = examples.filter(
      ({ labels: [label = ''] }) => outOfScopeIntentOf(label) !== null,
    );

    const silent = foreign.filter(({ text }) => router.route(text).outcome === 'none');

    expect(silent.length / foreign.length).toBeGreaterThan(0.95);
  });

  it.each(book.guide.examples)('answers the example of the guide: %s', (example) => {
    expect(router.route(example).outcome).toBe('answer');
  });

  it('holds its scores on texts by writers who saw no rule', () => {
    const scores = scoresOn('unseen');

    expect(scores.rightAtFirstSight.value).toBeGreaterThanOrEqual(0.96);
    expect(scores.rightInOnePress.value).toBeGreaterThanOrEqual(0.98);
    expect(scores.routeAccuracy.value).toBeGreaterThanOrEqual(0.9);
    expect(scores.rightOrOffered.value).toBeGreaterThanOrEqual(0.97);
    expect(scores.outOfScopeRecall.value).toBeGreaterThanOrEqual(0.93);
    expect(scores.confidentlyWrong.value).toBeLessThanOrEqual(0.02);
    expect(scores.programAccuracy.value).toBeGreaterThanOrEqual(0.94);
    expect(scores.askedWhereDue.value).toBeGreaterThanOrEqual(0.6);
  });

  it('keeps its scores on the labeled questions', () => {
    const scores = scoresOn('questions');

    expect(scores.rightAtFirstSight.value).toBeGreaterThanOrEqual(0.98);
    expect(scores.routeAccuracy.value).toBeGreaterThanOrEqual(0.95);
    expect(scores.rightOrOffered.value).toBeGreaterThanOrEqual(0.99);
    expect(scores.outOfScopeRecall.value).toBeGreaterThanOrEqual(0.97);
    expect(scores.confidentlyWrong.value).toBeLessThanOrEqual(0.01);
    expect(scores.programAccuracy.value).toBeGreaterThanOrEqual(0.98);
    expect(scores.askedWhereDue.value).toBeGreaterThanOrEqual(0.75);
  });
});
