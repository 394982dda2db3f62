import { ours } from './questions.mjs';

const { idfAt, buildWeightMatrix, unclearAt } = ours('router/model/weight-matrix.js');

const TIMES = 10;
/** A vocabulary grows slower than the texts it is taken from: ten times the examples use about four times the words. */
const WORDS = 4;

/**
 * A rule book of ten times the routes and out-of-scope intents, with made-up weights: each route's weights are another's, a little
 * changed, over a vocabulary that has grown as it does in larger collections of text. Scoring is what it measures.
 */
export function tenTimes(book, weights) {
  const copies = [...Array(TIMES).keys()];
  const classes = weights.classes
    .flatMap((label) => copies.map((copy) => named(label, copy)))
    .sort();
  return {
    book: {
      ...book,
      routes: copies.flatMap((copy) =>
        book.routes.map((route) => ({ ...route, id: named(route.id, copy) })),
      ),
      outOfScopeIntents: copies.flatMap((copy) =>
        book.outOfScopeIntents.map((id) => named(id, copy)),
      ),
    },
    weights: { ...weights, classes, ...grown(weights, classes), words: grownWords(weights.words) },
  };
}

function named(label, copy) {
  return copy === 0 ? label : `${label}~${copy}`;
}

/** Old features keep their weights for each copy of a class; new ones have those of an old one. */
function grown({ list, rows: model, bias, classes: before }, classes) {
  const large = grownList(list);
  const origin = classes.map((label) => before.indexOf(label.replace(/~\d+$/, '')));
  const change = pseudoRandom();
  const grownMatrix = new Int16Array(large.rows.length * classes.length);
  large.rows.forEach((from, row) => {
    for (let at = 0; at < classes.length; at += 1) {
      const weight = model.weights[from * model.stride + origin[at]];
      grownMatrix[row * classes.length + at] = Math.round(weight * (0.9 + 0.1 * change()));
    }
  });
  return {
    list: large.list,
    rows: buildWeightMatrix({
      matrix: grownMatrix,
      idf: Float32Array.from(large.rows, (row) => model.reals[idfAt(row, model.stride)]),
      unclear: Float32Array.from(large.rows, (row) => model.reals[unclearAt(row, model.stride)]),
    }),
    bias: Float32Array.from(origin, (at) => bias[at]),
  };
}

/** The features, `WORDS` times; `rows` says which old feature each new one was made from. */
function grownList({ words, inPairs, near, far, grams }) {
  const firstNear = words.length;
  const pairs = [grownPairs(near, firstNear), grownPairs(far, firstNear + near.first.length)];
  const firstGram = firstNear + near.first.length + far.first.length;
  const ofGrams = [...grams.keys()].flatMap((at) => COPIES.map(() => firstGram + at));
  const old = [...Array(firstNear).keys()].flatMap((row) => COPIES.map(() => row));
  return {
    list: {
      words: words.flatMap(copiesOf),
      inPairs: inPairs.flatMap(copiesOf),
      near: pairs[0].pairs,
      far: pairs[1].pairs,
      grams: grams.flatMap(copiesOf),
    },
    rows: [...old, ...pairs[0].rows, ...pairs[1].rows, ...ofGrams],
  };
}

const COPIES = [...Array(WORDS).keys()];

/** A word and its copies, sorted: what is appended comes before every letter. */
function copiesOf(word) {
  return COPIES.map((copy) => (copy === 0 ? word : `${word}\0${copy}`));
}

function grownPairs({ first, second }, firstRow) {
  const all = [...first.keys()]
    .flatMap((at) =>
      COPIES.map((copy) => ({
        first: first[at] * WORDS + copy,
        second: second[at] * WORDS + copy,
        row: firstRow + at,
      })),
    )
    .sort((a, b) => a.first - b.first || a.second - b.second);
  const column = (name) => Uint32Array.from(all, (pair) => pair[name]);
  return {
    pairs: { first: column('first'), second: column('second') },
    rows: all.map(({ row }) => row),
  };
}

/** The speller's words, with others that no question holds. */
function grownWords({ list, counts }) {
  const all = [...list.keys()]
    .flatMap((at) => COPIES.map((copy) => [list[at] + 'qxj'.repeat(copy), counts[at]]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { list: all.map(([word]) => word), counts: Uint32Array.from(all, ([, count]) => count) };
}

/** The same numbers from 0 to 1 in every run. */
function pseudoRandom() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
