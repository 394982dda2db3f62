import { PEERS } from '../accuracy/peers.mjs';
import { ours, readQuestions, RULES } from './questions.mjs';
import { micros, millis, ratioRow } from './row.mjs';
import { timeRouter } from './routing.mjs';
import { median } from './statistics.mjs';

/** Those that take milliseconds are asked a few questions only. */
const FEW = 16;
const SLOW = new Set(['Fuse.js', 'MiniSearch', 'wink-bm25']);

/**
 * Our router beside other libraries on the same examples and questions. A peer gets the words of a text ready; ours reads
 * the text itself. nlp.js remembers the answer to each whole text, which no two people write alike: so each pass ends its
 * questions with a number of its own, for ours too.
 *
 * @param form `passes` over all questions, and the names of the `peers`
 */
export async function measurePeers({ passes, peers }) {
  const { router } = ours('loader/open-rule-book.js').openRuleBook(RULES);
  const { examples } = ours('rule-book/load.js').loadRules(RULES);
  const learnable = examples
    .filter(({ labels }) => labels.length === 1)
    .map(({ text, labels }) => ({ words: wordsOf(text), label: labels[0] }));
  const rows = [];
  for (const name of peers) {
    const ask = await PEERS[name](learnable);
    const isSlow = SLOW.has(name);
    const questions = isSlow ? everySo(readQuestions(), FEW) : readQuestions();
    const theirs = await timePeer(ask, questions, isSlow ? 1 : Math.ceil(passes / 3));
    rows.push(
      ratioRow(`routing a question, p50; ${name}`, {
        ours: median(timeRouter(router, questions, passes, numbered)),
        against: median(theirs),
        show: (value) => (value < 1000 ? micros(value) : millis(value / 1000)),
        most: 1,
      }),
    );
  }
  return rows;
}

function everySo(questions, count) {
  return questions.filter((_, at) => at % Math.ceil(questions.length / count) === 0);
}

function numbered(text, pass) {
  return `${text} ${1000 + pass}`;
}

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

/** Microseconds of each question, as for ours. */
async function timePeer(ask, questions, passes) {
  const times = questions.map(() => []);
  for (let pass = -1; pass < passes; pass += 1) {
    for (const [at, { text }] of questions.entries()) {
      const words = wordsOf(numbered(text, pass));
      const started = process.hrtime.bigint();
      await ask(words);
      const took = process.hrtime.bigint() - started;
      if (pass >= 0) times[at].push(Number(took) / 1000);
    }
  }
  return times.map(median);
}
