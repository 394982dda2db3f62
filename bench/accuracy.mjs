// The router next to other libraries, trained on the same examples and asked the same questions:
// npm run bench:accuracy [-- FILE]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT } from '../scripts/freshness.mjs';
import { PEERS } from './accuracy/peers.mjs';

const require = createRequire(import.meta.url);
const ours = (path) => require(join(PROJECT, 'dist', path));
const { openRules } = ours('cache/open-rules.js');
const { parseQuestions } = ours('evaluation/questions.js');
const { score, SCORE_NAMES } = ours('evaluation/scores.js');
const { decide, gatherBelief, offered } = ours('routing/decide.js');
const { findProgram } = ours('routing/program.js');
const { softmax } = ours('routing/score.js');
const { readUtterance } = ours('routing/utterance.js');
const { createReader } = ours('routing/words/reader.js');
const { createSpeller } = ours('routing/words/spelling.js');
const { loadRules } = ours('rules/load.js');
const { learnThresholds } = ours('training/thresholds.js');
const { classesOf } = ours('training/train.js');
const { countWords } = ours('training/vectors.js');

/** One example in so many is held out to learn each peer's thresholds. */
const HELD_OUT = 10;
const NOTHING = 1e-3;

const RULES = join(PROJECT, 'rules');
const { examples, book } = loadRules(RULES);
const classes = classesOf(book.routing);
const reader = createReader(book.routing, createSpeller(countWords(book.routing, examples)));

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

const learnable = examples
  .filter(({ labels }) => labels.length === 1)
  .map((example) => ({ ...read(example.text), label: example.labels[0], example }));

/** Shares of belief in the form in which the router's own scores come. */
function scoresOf(shares) {
  return {
    classes: Float64Array.from(classes, (label) => Math.log((shares.get(label) ?? 0) + NOTHING)),
    unclear: 0,
  };
}

async function judgePeer(trainPeer, questions) {
  const rest = learnable.filter((_, at) => at % HELD_OUT !== 0);
  const askHeldOut = await trainPeer(rest);
  const heldOut = [];
  for (const [at, { words, kind, program, named, example }] of learnable.entries()) {
    if (at % HELD_OUT !== 0 || example.counter) continue;
    const scores = scoresOf(await askHeldOut(words));
    heldOut.push({ example, labels: example.labels, kind, program, named, scores });
  }
  const thresholds = learnThresholds(heldOut, classes, book.routing);
  const ask = await trainPeer(learnable);
  const judged = [];
  let milliseconds = 0;
  for (const question of questions) {
    const { words, kind, program, named } = read(question.text, question.surface);
    const started = performance.now();
    const shares = await ask(words);
    milliseconds += performance.now() - started;
    judged.push({
      question,
      routed: conclude(scoresOf(shares), { kind, program, named, thresholds }),
    });
  }
  return { judged, microseconds: (1000 * milliseconds) / questions.length };
}

function conclude({ classes: scores, unclear }, { kind, program, named, thresholds }) {
  const probabilities = softmax(scores, thresholds.temperature);
  const belief = gatherBelief(
    classes,
    { probabilities, unclear, named },
    { book: book.routing, program },
  );
  const outcome = decide(belief, thresholds[kind]);
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

const file = process.argv[2] ?? join(PROJECT, 'eval', 'questions.jsonl');
const questions = parseQuestions(readFileSync(file, 'utf8'));
const heads = ['engine', ...Object.values(SCORE_NAMES), 'µs a question'];
console.log(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |`);
console.log(row('Program Route', judgeOurs(questions)));
for (const [name, trainPeer] of Object.entries(PEERS)) {
  console.log(row(name, await judgePeer(trainPeer, questions)));
}
