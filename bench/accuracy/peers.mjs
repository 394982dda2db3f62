import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en-min';
import { Nlp } from '@nlpjs/nlp';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import bm25 from 'wink-bm25-text-search';

/** How many of the best found examples vote for their label. */
const VOTERS = 10;

/**
 * Peers: each learns from examples `{ words, label }` (`words`: the cleaned, spelled and written-out words of a text)
 * and then gives a share of belief to each label of a text.
 */
export const PEERS = {
  'nlp.js': trainNlp,
  MiniSearch: trainMiniSearch,
  'Fuse.js': trainFuse,
  'wink-bm25': trainWink,
};

async function trainNlp(examples) {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangEn);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.addLanguage('en');
  // Its own "none" is a guess from unknown words; ours comes from the out-of-scope intents, for every peer.
  container.registerConfiguration('nlu-en', { useNoneFeature: false });
  for (const { words, label } of examples) nlp.addDocument('en', words.join(' '), label);
  await quietly(() => nlp.train());
  return async (words) => {
    const { classifications } = await nlp.process('en', words.join(' '));
    return shares(classifications.map(({ intent, score }) => [intent, score]));
  };
}

/** nlp.js prints a line for each epoch, whatever its settings say. */
async function quietly(work) {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.log = log;
  }
}

function trainMiniSearch(examples) {
  const search = new MiniSearch({ fields: ['text'], idField: 'id' });
  search.addAll(examples.map(({ words }, id) => ({ id, text: words.join(' ') })));
  const options = {
    prefix: (term) => term.length > 3,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  };
  return (words) => {
    const found = search.search(words.join(' '), options).slice(0, VOTERS);
    return shares(found.map(({ id, score }) => [examples[id].label, score]));
  };
}

function trainFuse(examples) {
  const documents = examples.map(({ words, label }) => ({ text: words.join(' '), label }));
  const fuse = new Fuse(documents, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.35,
    minMatchCharLength: 3,
  });
  return (words) => {
    const votes = new Map();
    const telling = [...new Set(words)].filter((word) => word.length > 3).slice(0, 8);
    for (const word of telling) {
      for (const { item, refIndex, score } of fuse.search(word, { limit: 200 })) {
        const vote = votes.get(refIndex) ?? { label: item.label, score: 0 };
        vote.score += 1 - score;
        votes.set(refIndex, vote);
      }
    }
    const best = [...votes.values()].sort((a, b) => b.score - a.score).slice(0, VOTERS);
    return shares(best.map(({ label, score }) => [label, score]));
  };
}

function trainWink(examples) {
  const engine = bm25();
  engine.defineConfig({ fldWeights: { text: 1 } });
  engine.definePrepTasks([(text) => text.split(' ')]);
  examples.forEach(({ words }, id) => engine.addDoc({ text: words.join(' ') }, id));
  engine.consolidate();
  return (words) => {
    const found = engine.search(words.join(' '), VOTERS);
    return shares(found.map(([id, score]) => [examples[id].label, score]));
  };
}

/** Pairs of label and score as a share of all for each label. */
function shares(pairs) {
  const sums = new Map();
  let total = 0;
  for (const [label, score] of pairs) {
    sums.set(label, (sums.get(label) ?? 0) + score);
    total += score;
  }
  return new Map([...sums].map(([label, sum]) => [label, total === 0 ? 0 : sum / total]));
}
