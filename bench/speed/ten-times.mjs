const TIMES = 10;
/** A vocabulary grows slower than the texts it is taken from: ten times the examples use about four times the words. */
const WORDS = 4;

/**
 * A rule book of ten times the routes and neighbours, with made-up weights: each route's weights are another's, a little
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
      neighbours: copies.flatMap((copy) => book.neighbours.map((id) => named(id, copy))),
    },
    weights: { ...weights, classes, ...grown(weights, classes), words: grownWords(weights.words) },
  };
}

function named(label, copy) {
  return copy === 0 ? label : `${label}~${copy}`;
}

/** Old features keep their weights for each copy of a class; new ones have those of an old one. */
function grown({ features, idf, unclear, bias, matrix, classes: before }, classes) {
  const rows = [...Array(WORDS * features.length).keys()];
  const origin = classes.map((label) => before.indexOf(label.replace(/~\d+$/, '')));
  const change = pseudoRandom();
  const grownMatrix = new Float32Array(rows.length * classes.length);
  for (const row of rows) {
    const from = (row % features.length) * before.length;
    for (let at = 0; at < classes.length; at += 1) {
      grownMatrix[row * classes.length + at] = matrix[from + origin[at]] * (0.9 + 0.1 * change());
    }
  }
  return {
    features: rows.map((row) => nameOf(features, row)),
    idf: Float32Array.from(rows, (row) => idf[row % features.length]),
    unclear: Float32Array.from(rows, (row) => unclear[row % features.length]),
    bias: Float32Array.from(origin, (at) => bias[at]),
    matrix: grownMatrix,
  };
}

function nameOf(features, row) {
  const copy = Math.floor(row / features.length);
  return copy === 0 ? features[row] : `${features[row % features.length]}\0${copy}`;
}

function grownWords(words) {
  const more = [...Array(WORDS).keys()].flatMap((copy) =>
    Object.entries(words).map(([word, count]) => [word + 'qxj'.repeat(copy), count]),
  );
  return Object.fromEntries(more);
}

/** The same numbers from 0 to 1 in every run. */
function pseudoRandom() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
