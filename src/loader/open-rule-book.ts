import { createHash } from 'node:crypto';
import type { Example, RoutingBook, Weights } from '../router/types';
import { createRouter, type Router } from '../router/router';
import {
  asText,
  hashTexts,
  readRuleBytes,
  type RuleBytes,
  type RuleText,
} from '../rule-book/read-folder';
import type { RuleBook } from '../rule-book/types';
import { CacheFolder } from './model-cache';
import { CACHE, codeDigests } from './paths';
import { packWeights, unpackWeights } from './model-file';

/** A rule book and the router that was trained on it. */
export interface OpenedRules {
  readonly book: RuleBook;
  readonly router: Router;
}

export interface OpenOptions {
  /** Where compiled rule books and weights are kept. */
  readonly cache?: string;
  /** Told in one sentence when weights are trained, which takes seconds. */
  readonly tell?: (sentence: string) => void;
}

interface KeptBook {
  readonly book: RuleBook;
  readonly weights: string;
}

/** A rule book that was read, and its weights, where they are known already. */
export interface FoundRules {
  readonly book: RuleBook;
  readonly weights: Weights | null;
  /** Trains, and keeps the result for the next time. Takes seconds. */
  readonly learn: () => Weights;
}

/**
 * Opens a folder of rules: from the cache where nothing changed, otherwise by reading, checking and training.
 *
 * @throws RulesFolderError, FaultyRulesError
 */
export function openRules(folder: string, options: OpenOptions = {}): OpenedRules {
  return withRouter(findRules(folder, options));
}

/** A folder of rules that was read already. */
export interface ReadRules {
  /** As faults shall name it. */
  readonly folder: string;
  readonly texts: readonly RuleText[];
}

/**
 * The same for a folder that was read already, or that lies in no folder at all.
 *
 * @throws FaultyRulesError
 */
export function openTexts(rules: ReadRules, options: OpenOptions = {}): OpenedRules {
  return withRouter(find(rules, options));
}

function withRouter({ book, weights, learn }: FoundRules): OpenedRules {
  return { book, router: createRouter(book.routing, weights ?? learn()) };
}

/**
 * Reads and checks a folder of rules, and looks for its weights in the cache, without training.
 *
 * @throws RulesFolderError, FaultyRulesError
 */
export function findRules(folder: string, options: OpenOptions = {}): FoundRules {
  return find({ folder, texts: readRuleBytes(folder) }, options);
}

interface RulesToFind {
  readonly folder: string;
  readonly texts: readonly (RuleText | RuleBytes)[];
}

function find({ folder, texts }: RulesToFind, options: OpenOptions): FoundRules {
  const { cache: cacheFolder = CACHE, tell = () => undefined } = options;
  const cache = new CacheFolder(cacheFolder);
  const { trainer, reader } = codeDigests();
  const name = `book-${hashTexts(texts).slice(0, 24)}-${reader}.json`;
  const kept = cache.read(name, (bytes) => JSON.parse(bytes.toString('utf8')) as KeptBook);
  const keptWeights = kept && cache.read(kept.weights, unpackWeights);
  if (kept !== undefined && keptWeights !== undefined) {
    return { book: kept.book, weights: keptWeights, learn: () => keptWeights };
  }
  const { book, examples } = loadReader().parseRules(folder, texts.map(asText));
  const plain = examples.map(({ text, labels, counter = false }) => ({ text, labels, counter }));
  const key = `weights-${weightsKey(book.routing, plain, trainer)}.bin`;
  const keepBook = (): void => {
    cache.write(name, JSON.stringify({ book, weights: key } satisfies KeptBook));
  };
  const weights = cache.read(key, unpackWeights);
  if (weights !== undefined) keepBook();
  return {
    book,
    weights: weights ?? null,
    learn() {
      const learnt = retrain(book.routing, plain, { cache, key, tell });
      keepBook();
      return learnt;
    },
  };
}

/** YAML and zod; a start from the cache needs neither. */
function loadReader(): typeof import('../rule-book/load') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../rule-book/load') as typeof import('../rule-book/load');
}

function loadTrainer(): typeof import('../router/training/train') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../router/training/train') as typeof import('../router/training/train');
}

interface Retrain {
  readonly cache: CacheFolder;
  readonly key: string;
  readonly tell: (sentence: string) => void;
}

function retrain(book: RoutingBook, examples: readonly Example[], to: Retrain): Weights {
  to.tell(`Training the router on ${examples.length} examples; the result is kept.`);
  const weights = loadTrainer().train(book, examples);
  if (!to.cache.write(to.key, packWeights(weights))) {
    to.tell('The weights could not be kept; the next start will train again.');
  }
  return weights;
}

/** Answers may change without a new training: the key knows only what the router learns from. */
function weightsKey(book: RoutingBook, examples: readonly Example[], trainer: string): string {
  const sorted = examples.map((example) => JSON.stringify(example)).sort();
  const hash = createHash('sha256').update(trainer).update(JSON.stringify(book));
  return hash.update(sorted.join('\n')).digest('hex').slice(0, 24);
}
