import { createRouter } from '../router/router';
import { outOfScopeLabel } from '../router/model/labels';
import type { Weights } from '../router/types';
import { maskSecrets } from '../log/mask-secrets';
import { FaultyRulesError } from '../rule-book/faulty-rules';
import { RulesFolderError } from '../rule-book/read-folder';
import { unpackModel } from './model-file';
import {
  findRuleBook,
  type FoundRuleBook,
  type OpenOptions,
  type OpenRuleBook,
  trainHere,
  type UntrainedRuleBook,
} from './open-rule-book';
import { TrainingError, trainInChildProcess } from './train-in-child-process';

/** How the rules in force stand. */
export type RuleBookState =
  | { readonly kind: 'in force' }
  /** The router learns the edited examples. */
  | { readonly kind: 'learning'; readonly answers: Answers }
  /** The last edit has a fault, or could not be learned; `faults` says what is wrong and where. */
  | { readonly kind: 'refused'; readonly answers: Answers; readonly faults: string };

/** Whether answers come from the edited rules or from the rules before the edit. */
type Answers = 'edited' | 'before';

interface LiveRuleBookOptions extends OpenOptions {
  /** Called at each change of the state or the rule book. */
  readonly changed?: (state: RuleBookState, version: string) => void;
}

interface Training {
  readonly model: string;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** The rule book that a running bot answers from. An edit takes effect by `reload`; a faulty one is refused. */
export class LiveRuleBook {
  private opened: OpenRuleBook;
  private weights: Weights;
  private now: RuleBookState = { kind: 'in force' };
  private training: Training | null = null;
  /** The last rule book without a fault, where its examples are not learned yet. */
  private unlearned: UntrainedRuleBook | null = null;

  /**
   * Opens a folder of rules, which may train the router and take seconds.
   *
   * @throws RulesFolderError, FaultyRulesError
   */
  constructor(
    private readonly folder: string,
    private readonly options: LiveRuleBookOptions = {},
  ) {
    const found = findRuleBook(folder, options);
    this.weights = found.weights ?? trainHere(found, options);
    this.opened = withWeights(found, this.weights);
  }

  /** The rule book in force and its router. */
  current(): OpenRuleBook {
    return this.opened;
  }

  get state(): RuleBookState {
    return this.now;
  }

  /** For `/readyz`: what an operator should know though the bot answers. */
  notes(): string[] {
    return noteOn(this.now);
  }

  /**
   * Reads the folder as it is now. Answers and destinations are in force at once, the examples as soon as they are
   * learned. Resolves when nothing is left to learn, and never rejects: the state holds the fault.
   */
  async reload(): Promise<void> {
    this.read();
    while (this.training !== null) await this.training.done;
  }

  private read(): void {
    try {
      const found = findRuleBook(this.folder, this.options);
      if (found.weights === null) this.learn(found);
      else {
        this.put(found, found.weights);
        this.say({ kind: 'in force' });
      }
    } catch (error) {
      this.say({ kind: 'refused', answers: 'before', faults: explain(error) });
    }
  }

  private learn(found: UntrainedRuleBook): void {
    this.unlearned = found;
    this.say({ kind: 'learning', answers: this.answerFrom(found) });
    // An edit of answers alone does not start a training over.
    if (this.training?.model === found.model) return;
    this.training?.abort.abort();
    const abort = new AbortController();
    this.training = { model: found.model, abort, done: this.train(found, abort.signal) };
  }

  /** Old weights serve a new book while it is learned, as long as both have the same labels. */
  private answerFrom(found: UntrainedRuleBook): Answers {
    if (!hasLabelsOf(found, this.weights)) return 'before';
    this.opened = withWeights(found, this.weights);
    return 'edited';
  }

  private async train({ input, keep }: UntrainedRuleBook, signal: AbortSignal): Promise<void> {
    try {
      const model = await trainInChildProcess(input, signal);
      if (signal.aborted) return;
      keep(model);
      this.finish(unpackModel(model));
    } catch (error) {
      if (signal.aborted) return;
      this.training = null;
      this.fail(explain(error));
    }
  }

  /** The book may have had further edits since its training began, of answers alone or with a fault. */
  private finish(weights: Weights): void {
    const { now, unlearned } = this;
    if (unlearned !== null) this.put(unlearned, weights);
    this.say(now.kind === 'refused' ? now : { kind: 'in force' });
  }

  private fail(faults: string): void {
    const { now, unlearned } = this;
    if (now.kind === 'refused' || unlearned === null) return;
    const answers = this.opened.book === unlearned.book ? 'edited' : 'before';
    this.say({ kind: 'refused', answers, faults });
  }

  private put(found: FoundRuleBook, weights: Weights): void {
    this.training?.abort.abort();
    this.training = null;
    this.unlearned = null;
    this.weights = weights;
    this.opened = withWeights(found, weights);
  }

  private say(state: RuleBookState): void {
    this.now = state;
    this.options.changed?.(state, this.opened.book.version);
  }
}

function withWeights({ book }: FoundRuleBook, weights: Weights): OpenRuleBook {
  return { book, router: createRouter(book.routing, weights) };
}

/** Whether a book has the same routes and out-of-scope intents as the weights. */
function hasLabelsOf({ book }: FoundRuleBook, { classes }: Weights): boolean {
  const known = new Set(classes);
  const routes = book.routing.routes.map(({ id }) => id);
  const wanted = [...routes, ...book.routing.outOfScopeIntents.map(outOfScopeLabel)];
  return wanted.length === known.size && wanted.every((label) => known.has(label));
}

const LEARNING = {
  edited: 'The edited answers are in force. The router still learns the edited examples.',
  before:
    'The rules before the last edit are in force until the router has learned the edited examples.',
} as const;
const REFUSED = {
  edited: 'The edited answers are in force, but the router could not learn the edited examples.',
  before: 'The last edit of the rules is refused. The rules before it stay in force.',
} as const;

function noteOn(state: RuleBookState): string[] {
  switch (state.kind) {
    case 'in force':
      return [];
    case 'learning':
      return [LEARNING[state.answers]];
    case 'refused':
      return [`${REFUSED[state.answers]} ${state.faults}`];
  }
}

/** Our own errors name each fault with its place, and no secret that stands there; of others only the code. */
function explain(error: unknown): string {
  if (error instanceof FaultyRulesError || error instanceof RulesFolderError) {
    return maskSecrets(error.message);
  }
  if (error instanceof TrainingError) return `The training failed. ${maskSecrets(error.message)}`;
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return `The cause is not in the rules: an error in the bot itself (${code}).`;
}
