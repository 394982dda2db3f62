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
import { ModelCache } from './model-cache';
import { CACHE, codeDigests } from './paths';
import { packModel, unpackModel } from './model-file';

/** A rule book and the router that was trained on it. */
export interface OpenRuleBook {
  readonly book: RuleBook;
  readonly router: Router;
}

export interface OpenOptions {
  /** Where compiled rule books and weights are kept. */
  readonly cache?: string;
  /** Told in one sentence when weights are trained, which takes seconds. */
  readonly tell?: (sentence: string) => void;
}

interface CachedBook {
  readonly book: RuleBook;
  readonly weights: string;
}

/** A rule book that was read, and its weights, where they are known already. */
export interface FoundRuleBook {
  readonly book: RuleBook;
  readonly weights: Weights | null;
  /** Trains, and keeps the result for the next time. Takes seconds. */
  readonly train: () => Weights;
}

/**
 * Opens a folder of rules: from the cache where nothing changed, otherwise by reading, checking and training.
 *
 * @throws RulesFolderError, FaultyRulesError
 */
export function openRuleBook(folder: string, options: OpenOptions = {}): OpenRuleBook {
  return withRouter(findRuleBook(folder, options));
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
export function openTexts(rules: ReadRules, options: OpenOptions = {}): OpenRuleBook {
  return withRouter(find(rules, options));
}

function withRouter({ book, weights, train: learn }: FoundRuleBook): OpenRuleBook {
  return { book, router: createRouter(book.routing, weights ?? learn()) };
}

/**
 * Reads and checks a folder of rules, and looks for its weights in the cache, without training.
 *
 * @throws RulesFolderError, FaultyRulesError
 */
export function findRuleBook(folder: string, options: OpenOptions = {}): FoundRuleBook {
  return find({ folder, texts: readRuleBytes(folder) }, options);
}

interface RulesToFind {
  readonly folder: string;
  readonly texts: readonly (RuleText | RuleBytes)[];
}

function find({ folder, texts }: RulesToFind, options: OpenOptions): FoundRuleBook {
  const { cache: cacheFolder = CACHE, tell = () => undefined } = options;
  const cache = new ModelCache(cacheFolder);
  const { trainer, reader } = codeDigests();
  const name = `book-${hashTexts(texts).slice(0, 24)}-${reader}.json`;
  const kept = cache.read(name, (bytes) => JSON.parse(bytes.toString('utf8')) as CachedBook);
  const keptWeights = kept && cache.read(kept.weights, unpackModel);
  if (kept !== undefined && keptWeights !== undefined) {
    return { book: kept.book, weights: keptWeights, train: () => keptWeights };
  }
  const { book, examples } = loadReader().parseRules(folder, texts.map(asText));
  const plain = examples.map(({ text, labels, counter = false }) => ({ text, labels, counter }));
  const key = `weights-${weightsKey(book.routing, plain, trainer)}.bin`;
  const keepBook = (): void => {
    cache.write(name, JSON.stringify({ book, weights: key } satisfies CachedBook));
  };
  const weights = cache.read(key, unpackModel);
  if (weights !== undefined) keepBook();
  return {
    book,
    weights: weights ?? null,
    train() {
      const learned = retrain(book.routing, plain, { cache, key, tell });
      keepBook();
      return learned;
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
  readonly cache: ModelCache;
  readonly key: string;
  readonly tell: (sentence: string) => void;
}

function retrain(book: RoutingBook, examples: readonly Example[], to: Retrain): Weights {
  to.tell(`Training the router on ${examples.length} examples; the result is kept.`);
  const weights = loadTrainer().train(book, examples);
  if (!to.cache.write(to.key, packModel(weights))) {
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
