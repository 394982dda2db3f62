// The router next to other libraries, trained on the same examples and asked the same questions:
// npm run bench:accuracy [-- FILE] [--peer NAME] [--examples AMOUNT]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../scripts/freshness.mjs';
import { PEERS } from './accuracy/peers.mjs';
import { ours, RULES } from './speed/questions.mjs';

const { openRuleBook } = ours('loader/open-rule-book.js');
const { parseQuestions } = ours('tools/evaluation/questions.js');
const { score, SCORE_NAMES } = ours('tools/evaluation/scores.js');
const { decide, offered, readingsOf, scorePrediction } = ours('router/decide.js');
const { createAggregator } = ours('router/model/aggregate-by-route.js');
const { findProgram } = ours('router/find-program.js');
const { softmax } = ours('router/model/score.js');
const { readUtterance } = ours('router/utterance.js');
const { createAnalyzer } = ours('router/text/analyzer.js');
const { createSpeller } = ours('router/text/spelling.js');
const { loadRules } = ours('rule-book/load.js');
const { fitThresholds } = ours('router/training/thresholds.js');
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
const aggregate = createAggregator(classes, book.routing);
const speller = createSpeller(countWords(book.routing, examples));
const analyzer = createAnalyzer(book.routing, { speller, index: new GrowingIndex() });

/** A text as every peer gets it: cleaned and spelled as for our own router, quotes and signatures left out. */
function read(text, surface) {
  const { kind, segments, boilerplate } = readUtterance(text, surface);
  const analyses = segments
    .filter(({ weight }) => weight >= 1)
    .map((segment) => analyzer.read(segment.text));
  return {
    kind,
    words: analyses.flatMap(({ tokens }) => tokens.map(({ stem }) => stem)),
    ...findProgram(analyses, analyzer.read(boilerplate), book.routing.programs),
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
  for (const [at, { words, kind, program, mention, example }] of readable.entries()) {
    if (at % HELD_OUT !== 0 || example.counter) continue;
    const scores = scoresOf(await askHeldOut(words));
    const { labels } = example;
    heldOut.push({ example, labels, kind, program, mention, words: words.length, scores });
  }
  const thresholds = fitThresholds(heldOut, classes, book.routing);
  const ask = await trainPeer(learnable(readable));
  const judged = [];
  let milliseconds = 0;
  for (const question of questions) {
    const { words, kind, program, mention } = read(question.text, question.surface);
    const started = performance.now();
    const shares = await ask(words);
    milliseconds += performance.now() - started;
    judged.push({
      question,
      routed: conclude(scoresOf(shares), {
        kind,
        program,
        mention,
        words: words.length,
        thresholds,
      }),
    });
  }
  return { judged, microseconds: (1000 * milliseconds) / questions.length };
}

function conclude({ classes: scores, unclear }, { kind, program, mention, words, thresholds }) {
  const probabilities = softmax(scores, thresholds.temperature);
  const aggregated = aggregate({ probabilities, unclear, mention, words }, program);
  const prediction = scorePrediction(aggregated, thresholds);
  const readings = readingsOf(prediction.candidates, kind, book.routing);
  const { action } = decide(readings, prediction, kind);
  const [first] = readings;
  if (action === 'none') return { outcome: 'none', program: null, alternatives: [] };
  const { route, program: of } = first;
  if (action === 'answer') return { outcome: 'answer', route, program: of, alternatives: [] };
  const guess = action === 'guess' ? { route, program: of, asked: [] } : null;
  return {
    outcome: 'clarify',
    program: guess?.program ?? program,
    guess,
    alternatives: offered(readings),
  };
}

function judgeOurs(questions) {
  const { router } = openRuleBook(RULES);
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
