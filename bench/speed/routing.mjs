import { longEmails, ours, readQuestions, RULES } from './questions.mjs';
import { micros, millis, ratioRow, row } from './row.mjs';
import { tenTimes } from './ten-times.mjs';
import { median, quantile } from './statistics.mjs';

const EMAIL = 20_000;
/** Passes until the engine has compiled what it will. */
const WARM = 10;
/** On every machine; 40 µs are 25 to 40 of them, where this was measured. */
const MOST_OF_A_LOOK_UP = 40;

/**
 * Routing alone, in this process: questions, long emails, and a rule book of ten times the routes.
 *
 * @param form `passes` over all questions
 */
export function measureRouting({ passes }) {
  const { findRules } = ours('loader/open-rule-book.js');
  const { createRouter } = ours('router/router.js');
  const { book, weights, learn } = findRules(RULES);
  const known = weights ?? learn();
  const router = createRouter(book.routing, known);
  const questions = readQuestions();
  const times = timeRouter(router, questions, passes);
  const emails = longEmails(EMAIL).map((text) => ({ text, surface: 'shortcut' }));
  const emailTimes = timeRouter(router, emails, Math.ceil(passes / 2));
  const large = tenTimes(book.routing, known);
  const largeRouter = createRouter(large.book, large.weights);
  const pairs = Array.from({ length: 3 }, () => [
    median(timeRouter(router, questions, passes)),
    median(timeRouter(largeRouter, questions, passes)),
  ]);
  const plain = timeRouter(plainLookUp(known), questions, passes);
  return [
    ratioRow('routing a question, p50; looking its words up in a map', {
      ours: median(times),
      against: median(plain),
      show: micros,
      most: MOST_OF_A_LOOK_UP,
    }),
    bound('routing a question, p50', { value: median(times), show: micros, most: 40 }),
    bound('routing a question, p99', { value: quantile(times, 0.99), show: micros, most: 200 }),
    bound('routing an email of 20,000 characters, p99', {
      value: quantile(emailTimes, 0.99) / 1000,
      show: millis,
      most: 5,
    }),
    growthRow(pairs),
  ];
}

/** Words cut out of a text by one expression, each looked up among those that the model knows: the least that any does. */
function plainLookUp({ list }) {
  const numbers = new Map(list.words.map((word, at) => [word, at]));
  return {
    route: (text) =>
      text
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.reduce((sum, word) => sum + (numbers.get(word) ?? 0), 0),
  };
}

function bound(what, { value, show, most }) {
  return row(what, { ours: show(value), value, most, goal: `<= ${show(most)}`, absolute: true });
}

function growthRow(pairs) {
  const ratio = median(pairs.map(([small, large]) => large / small));
  return row('a question at ten times the routes, p50; at the routes there are', {
    ours: micros(median(pairs.map(([, large]) => large))),
    against: micros(median(pairs.map(([small]) => small))),
    ratio: ratio.toFixed(2),
    value: ratio,
    most: 2,
    goal: '<= 2',
  });
}

/**
 * Microseconds of each question: the median of its passes, so that the slowest are the hardest and not those at which the
 * machine did something else. The first passes warm up.
 *
 * @param textOf the text of a question in a pass
 */
export function timeRouter(router, questions, passes, textOf = (text) => text) {
  const times = questions.map(() => []);
  for (let pass = -WARM; pass < passes; pass += 1) {
    for (const [at, { text, surface }] of questions.entries()) {
      const asked = textOf(text, pass);
      const started = process.hrtime.bigint();
      router.route(asked, { surface });
      const took = process.hrtime.bigint() - started;
      if (pass >= 0) times[at].push(Number(took) / 1000);
    }
  }
  return times.map(median);
}
