import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseQuestions } from '../../src/tools/evaluation/questions';
import { countChanges, pickSpread } from '../../src/tools/evaluation/stability';
import { loadRules } from '../../src/rule-book/load';

const ROOT = join(__dirname, '..', '..');
/** A part of the book trains in two seconds. `node bench/stability.mjs` takes the whole. */
const [EXAMPLES, EDITS] = [1200, 3];
/** In a small book each example counts for more than in the whole one. A trainer that is not stable changes 50. */
const MOST = 15;

describe('one example less', () => {
  it('changes few answers elsewhere', () => {
    const { book, examples } = loadRules(join(ROOT, 'rules'));
    const some = pickSpread(examples, EXAMPLES);
    const file = readFileSync(join(ROOT, 'eval', 'practice.jsonl'), 'utf8');
    const trial = { book: book.routing, examples: some, questions: parseQuestions(file) };

    const changes = [...countChanges(trial, pickSpread(some, EDITS))];

    expect(changes).toHaveLength(EDITS);
    for (const { elsewhere } of changes) expect(elsewhere).toBeLessThanOrEqual(MOST);
  });
});
