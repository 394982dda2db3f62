// How many answers change with one example less: node bench/stability.mjs [-- --edits NUMBER]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../scripts/freshness.mjs';
import { ours, RULES } from './speed/questions.mjs';
import { median } from './speed/statistics.mjs';

const { countChanges, pickSpread } = ours('tools/evaluation/stability.js');
const { parseQuestions } = ours('tools/evaluation/questions.js');
const { loadRules } = ours('rule-book/load.js');

const FILES = ['questions', 'practice', 'unseen'];
/** An edit may change so many answers elsewhere. */
const MOST = 5;

const { values } = parseArgs({ options: { edits: { type: 'string', default: '20' } } });
const { book, examples } = loadRules(RULES);
const questions = FILES.flatMap((name) => {
  return parseQuestions(readFileSync(join(PROJECT, 'eval', `${name}.jsonl`), 'utf8'));
});
const edits = pickSpread(examples, Number(values.edits));
console.log(`${edits.length} examples, each left out once; ${questions.length} questions`);
const elsewhere = [];
for (const change of countChanges({ book: book.routing, examples, questions }, edits)) {
  elsewhere.push(change.elsewhere);
  const { labels, all } = change;
  console.log(`${labels.join(', ')}: ${all} answers change, ${change.elsewhere} of them elsewhere`);
}
console.log(`Elsewhere: median ${median(elsewhere)}, most ${Math.max(...elsewhere)}`);
process.exitCode = median(elsewhere) > MOST ? 1 : 0;
