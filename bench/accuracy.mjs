// The router next to other libraries, trained on the same examples and asked the same questions:
// npm run bench:accuracy [-- FILE] [--peer NAME] [--examples AMOUNT]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../scripts/freshness.mjs';
import { PEERS } from './accuracy/peers.mjs';
import { ours, RULES } from './speed/questions.mjs';

const { openRules } = ours('loader/open-rule-book.js');
const { parseQuestions } = ours('tools/evaluation/questions.js');
const { score, SCORE_NAMES } = ours('tools/evaluation/scores.js');
const { decide, judgeBelief, offered } = ours('router/decide.js');
const { createGatherer } = ours('router/model/aggregate-by-route.js');
const { findProgram } = ours('router/find-program.js');
const { softmax } = ours('router/model/score.js');
const { readUtterance } = ours('router/utterance.js');
const { createReader } = ours('router/text/analyzer.js');
const { createSpeller } = ours('router/text/spelling.js');
const { loadRules } = ours('rule-book/load.js');
const { learnThresholds } = ours('router/training/thresholds.js');
const { classesOf } = ours('router/training/train.js');
const { countWords } = ours('router/training/count-words.js');
const { GrowingIndex } = ours('router/training/growing-index.js');

/** One example in so many is held out to learn each peer's thresholds. */
const HELD_OUT = 10;
const NOTHING = 1e-3;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { peer: { type: 'string', multiple: true }, examples: { type: 'string' } },
});
const { examples: all, book } = loadRules(RULES);
/** Every so many of the examples, for a first look. */
const step = Math.ceil(all.length / Number(options.examples ?? all.length));
const examples = all.filter((_, at) => at % step === 0);
const classes = classesOf(book.routing);
const gather = createGatherer(classes, book.routing);
const speller = createSpeller(countWords(book.routing, examples));
const reader = createReader(book.routing, { speller, index: new GrowingIndex() });

/** A text as every peer gets it: cleaned and spelled as for our own router, quotes and signatures left out. */
function read(text, surface) {
  const { kind, segments, margin } = readUtterance(text, surface);
  const readings = segments
    .filter(({ weight }) => weight >= 1)
    .map((segment) => reader.read(segment.text));
  return {
    kind,
    words: readings.flatMap(({ tokens }) => tokens.map(({ stem }) => stem)),
    ...findProgram(readings, reader.read(margin), book.routing.programs),
  };
}

const readable = examples.map((example) => ({ ...read(example.text), example }));

/** Peers learn from examples of one label; ambiguous examples teach when to ask. */
function learnable(some) {
  return some
    .filter(({ example }) => example.labels.length === 1)
    .map(({ words, example }) => ({ words, label: example.labels[0] }));
}

/** Shares of belief in the form in which the router's own scores come. */
function scoresOf(shares) {
  return {
    classes: classes.map((label) => Math.log((shares.get(label) ?? 0) + NOTHING)),
    unclear: 0,
  };
}

async function judgePeer(trainPeer, questions) {
  const askHeldOut = await trainPeer(learnable(readable.filter((_, at) => at % HELD_OUT !== 0)));
  const heldOut = [];
  for (const [at, { words, kind, program, named, example }] of readable.entries()) {
    if (at % HELD_OUT !== 0 || example.counter) continue;
    const scores = scoresOf(await askHeldOut(words));
    const { labels } = example;
    heldOut.push({ example, labels, kind, program, named, words: words.length, scores });
  }
  const thresholds = learnThresholds(heldOut, classes, book.routing);
  const ask = await trainPeer(learnable(readable));
  const judged = [];
  let milliseconds = 0;
  for (const question of questions) {
    const { words, kind, program, named } = read(question.text, question.surface);
    const started = performance.now();
    const shares = await ask(words);
    milliseconds += performance.now() - started;
    judged.push({
      question,
      routed: conclude(scoresOf(shares), { kind, program, named, words: words.length, thresholds }),
    });
  }
  return { judged, microseconds: (1000 * milliseconds) / questions.length };
}

function conclude({ classes: scores, unclear }, { kind, program, named, words, thresholds }) {
  const probabilities = softmax(scores, thresholds.temperature);
  const gathered = gather({ probabilities, unclear, named, words }, program);
  const belief = judgeBelief(gathered, thresholds.openness);
  const { decision: outcome } = decide(belief, thresholds[kind]);
  const [first] = belief.candidates;
  if (outcome === 'answer')
    return { outcome, route: first.route, program: first.program, alternatives: [] };
  const alternatives = outcome === 'clarify' ? offered(belief) : [];
  return { outcome, program: outcome === 'clarify' ? program : null, alternatives };
}

function judgeOurs(questions) {
  const { router } = openRules(RULES);
  const started = performance.now();
  const judged = questions.map((question) => ({
    question,
    routed: router.route(question.text, { surface: question.surface }),
  }));
  return { judged, microseconds: (1000 * (performance.now() - started)) / questions.length };
}

function row(name, { judged, microseconds }) {
  const scores = score(judged);
  const cells = Object.keys(SCORE_NAMES).map((key) => {
    const { value } = scores[key];
    return value === null ? '-' : value.toFixed(3);
  });
  return `| ${[name, ...cells, microseconds.toFixed(0)].join(' | ')} |`;
}

const file = positionals[0] ?? join(PROJECT, 'eval', 'questions.jsonl');
const questions = parseQuestions(readFileSync(file, 'utf8'));
const heads = ['engine', ...Object.values(SCORE_NAMES), 'µs a question'];
console.log(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |`);
console.log(row('Program Route', judgeOurs(questions)));
for (const name of options.peer ?? Object.keys(PEERS)) {
  const trainPeer = PEERS[name];
  if (trainPeer === undefined) throw new Error(`There is no peer "${name}".`);
  console.log(row(name, await judgePeer(trainPeer, questions)));
}
