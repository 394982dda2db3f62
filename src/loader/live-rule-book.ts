import { createRouter } from '../router/router';
import { outOfScopeLabel } from '../router/model/labels';
import type { Weights } from '../router/types';
import { maskSecrets } from '../log/mask-secrets';
import { FaultyRulesError } from '../rule-book/faulty-rules';
import { RulesFolderError } from '../rule-book/read-folder';
import { trainInChildProcess } from './train-in-child-process';
import { findRuleBook, type FoundRuleBook, type OpenRuleBook } from './open-rule-book';

/** How the rules in force stand. */
export type RuleBookState =
  | { readonly kind: 'in force' }
  /** The answers are new; the examples are still being learned. */
  | { readonly kind: 'learning' }
  /** An edit was refused; the rules before it go on. `faults` names each with its place. */
  | { readonly kind: 'refused'; readonly faults: string };

interface RulesInUseOptions {
  /** Told in one sentence when something takes long. */
  readonly tell?: (sentence: string) => void;
  /** Told at each change of the state or the rule book. */
  readonly changed?: (state: RuleBookState, version: string) => void;
}

/** The rule book that a running bot answers from. An edit takes effect by `reload`; a faulty one is refused. */
export class LiveRuleBook {
  private opened: OpenRuleBook;
  private weights: Weights;
  private now: RuleBookState = { kind: 'in force' };
  private loading: Promise<void> | null = null;
  private again = false;

  /**
   * Opens a folder of rules, which may train the router and take seconds.
   *
   * @throws RulesFolderError, FaultyRulesError
   */
  constructor(
    private readonly folder: string,
    private readonly options: RulesInUseOptions = {},
  ) {
    const { book, weights, train: learn } = findRuleBook(folder, options);
    this.weights = weights ?? learn();
    this.opened = { book, router: createRouter(book.routing, this.weights) };
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
    if (this.now.kind !== 'refused') return [];
    return [`The rules were edited and refused; those before go on. ${this.now.faults}`];
  }

  /**
   * Takes the folder as it is now. Answers and destinations are in force at once, the examples as soon as they are
   * learned. Resolves when all is done, and never rejects: a fault is in the state.
   */
  reload(): Promise<void> {
    if (this.loading !== null) {
      this.again = true;
      return this.loading;
    }
    this.loading = this.loadAll().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  private async loadAll(): Promise<void> {
    do await this.load();
    while (this.isAskedAgain());
  }

  private isAskedAgain(): boolean {
    const { again } = this;
    this.again = false;
    return again;
  }

  private async load(): Promise<void> {
    try {
      const found = findRuleBook(this.folder);
      if (found.weights === null) await this.learn(found);
      else this.take(found, found.weights);
    } catch (error) {
      this.say({ kind: 'refused', faults: explain(error) });
    }
  }

  private async learn(found: FoundRuleBook): Promise<void> {
    if (sameLabels(found, this.weights)) this.opened = withWeights(found, this.weights);
    this.say({ kind: 'learning' });
    await trainInChildProcess(this.folder);
    const learned = findRuleBook(this.folder);
    if (learned.weights !== null) this.take(learned, learned.weights);
    else if (learned.book.version !== found.book.version) this.again = true;
    else throw new Error('The weights could not be kept.');
  }

  private take(found: FoundRuleBook, weights: Weights): void {
    this.weights = weights;
    this.opened = withWeights(found, weights);
    this.say({ kind: 'in force' });
  }

  private say(state: RuleBookState): void {
    this.now = state;
    this.options.changed?.(state, this.opened.book.version);
  }
}

function withWeights({ book }: FoundRuleBook, weights: Weights): OpenRuleBook {
  return { book, router: createRouter(book.routing, weights) };
}

/** Old weights serve a new book while it is learned, as long as it has the same routes and out-of-scope intents. */
function sameLabels({ book }: FoundRuleBook, { classes }: Weights): boolean {
  const known = new Set(classes);
  const routes = book.routing.routes.map(({ id }) => id);
  const wanted = [...routes, ...book.routing.outOfScopeIntents.map(outOfScopeLabel)];
  return wanted.length === known.size && wanted.every((label) => known.has(label));
}

/** Our own errors name each fault with its place, and no secret that stands there; of others only that it failed. */
function explain(error: unknown): string {
  const isOurs = error instanceof FaultyRulesError || error instanceof RulesFolderError;
  return isOurs ? maskSecrets(error.message) : 'The router could not be trained on them.';
}
