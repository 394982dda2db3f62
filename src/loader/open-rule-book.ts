import { createHash } from 'node:crypto';
import type { Example, Weights } from '../router/types';
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
import type { TrainingInput } from './train-in-child-process';

/** A rule book and the router that was trained on it. */
export interface OpenRuleBook {
  readonly book: RuleBook;
  readonly router: Router;
}

export interface OpenOptions {
  /** The folder where compiled rule books and models are kept; `dist/models` where it is left out. */
  readonly cache?: string | undefined;
  /** Gets a sentence when a training starts, which takes seconds, and when its model cannot be kept. */
  readonly tell?: (sentence: string) => void;
}

interface CachedBook {
  readonly book: RuleBook;
  /** The name of the model's file. */
  readonly weights: string;
}

/** A rule book that is read, and its weights where the cache has them. */
export type FoundRuleBook = TrainedRuleBook | UntrainedRuleBook;

interface TrainedRuleBook {
  readonly book: RuleBook;
  readonly weights: Weights;
}

/** A rule book whose model must be trained first. */
export interface UntrainedRuleBook {
  readonly book: RuleBook;
  readonly weights: null;
  /** Names the model: rule books that the router learns the same from have the same name. */
  readonly model: string;
  readonly input: TrainingInput;
  /** Keeps the packed model for the next time, where the cache can be written. */
  readonly keep: (model: Buffer) => void;
}

/**
 * Opens a folder of rules: from the cache where nothing changed, otherwise by reading, checking and training.
 *
 * @throws RulesFolderError, FaultyRulesError
 */
export function openRuleBook(folder: string, options: OpenOptions = {}): OpenRuleBook {
  return withRouter(findRuleBook(folder, options), options);
}

/** A folder of rules that was read already. */
export interface ReadRules {
  /** As faults name it. */
  readonly folder: string;
  readonly texts: readonly RuleText[];
}

/**
 * The same for rules that were read already, or that lie in no folder at all.
 *
 * @throws FaultyRulesError
 */
export function openTexts(rules: ReadRules, options: OpenOptions = {}): OpenRuleBook {
  return withRouter(find(rules, options), options);
}

function withRouter(found: FoundRuleBook, options: OpenOptions): OpenRuleBook {
  const weights = found.weights ?? trainHere(found, options);
  return { book: found.book, router: createRouter(found.book.routing, weights) };
}

/**
 * Reads and checks a folder of rules, and looks for its weights in the cache, without training.
 *
 * @throws RulesFolderError, FaultyRulesError
 */
export function findRuleBook(folder: string, options: OpenOptions = {}): FoundRuleBook {
  return find({ folder, texts: readRuleBytes(folder) }, options);
}

/** Trains in this process, which takes seconds, and keeps the model for the next time. */
export function trainHere({ input, keep }: UntrainedRuleBook, { tell }: OpenOptions): Weights {
  tell?.(`Training the router on ${input.examples.length} examples.`);
  const weights = loadTrainer().train(input.book, input.examples);
  keep(packModel(weights));
  return weights;
}

interface RulesToFind {
  readonly folder: string;
  readonly texts: readonly (RuleText | RuleBytes)[];
}

function find({ folder, texts }: RulesToFind, options: OpenOptions): FoundRuleBook {
  const cache = openCache(options.cache);
  const { trainer, reader } = codeDigests();
  const name = `book-${hashTexts(texts).slice(0, 24)}-${reader}.json`;
  const kept = cache.read(name, (bytes) => JSON.parse(bytes.toString('utf8')) as CachedBook);
  const keptWeights = kept && cache.read(kept.weights, unpackModel);
  if (kept !== undefined && keptWeights !== undefined) {
    return { book: kept.book, weights: keptWeights };
  }
  const { book, examples } = loadReader().parseRules(folder, texts.map(asText));
  const input = { book: book.routing, examples: examples.map(withoutPlace) };
  const model = `weights-${hashInput(input, trainer)}.bin`;
  const keepBook = (): void => {
    cache.write(name, JSON.stringify({ book, weights: model } satisfies CachedBook));
  };
  const weights = cache.read(model, unpackModel);
  if (weights !== undefined) {
    keepBook();
    return { book, weights };
  }
  const keep = (bytes: Buffer): void => {
    const failure = cache.write(model, bytes);
    if (failure === null) keepBook();
    else options.tell?.(cannotKeep(cache.folder, failure));
  };
  return { book, weights: null, model, input, keep };
}

/** What the build trained is found too, where another folder is set. */
function openCache(folder = CACHE): ModelCache {
  return new ModelCache(folder, folder === CACHE ? [] : [CACHE]);
}

function cannotKeep(folder: string, code: string): string {
  return `The model could not be kept in ${folder} (${code}), so the next start trains again. Set MODEL_CACHE_DIR to a folder that can be written.`;
}

function withoutPlace({ text, labels, counter = false }: Example): Example {
  return { text, labels, counter };
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

/** Answers may change without a new training: the hash covers only what the router learns from. */
function hashInput({ book, examples }: TrainingInput, trainer: string): string {
  const sorted = examples.map((example) => JSON.stringify(example)).sort();
  const hash = createHash('sha256').update(trainer).update(JSON.stringify(book));
  return hash.update(sorted.join('\n')).digest('hex').slice(0, 24);
}
