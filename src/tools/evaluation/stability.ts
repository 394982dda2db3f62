import { createRouter } from '../../router/router';
import type { Example, Routed, RoutingBook } from '../../router/types';
import { hashText } from '../../router/training/text-hash';
import { train } from '../../router/training/train';
import type { Question } from './questions';
import { acceptable } from './scores';

/** What a book of examples answers to. */
export interface Trial {
  readonly book: RoutingBook;
  readonly examples: readonly Example[];
  readonly questions: readonly Question[];
}

/** What one example less changes. */
export interface Change {
  /** The example's. */
  readonly labels: readonly string[];
  /** How many questions have another outcome, or another route as the answer or the guess. */
  readonly all: number;
  /** How many of them are not about the example's labels. */
  readonly elsewhere: number;
}

/** Leaves each of some examples out, trains without it, and compares the answers. Takes a training for each. */
export function* countChanges(trial: Trial, edits: readonly Example[]): Generator<Change> {
  const before = answers(trial);
  for (const edit of edits) {
    const examples = trial.examples.filter((example) => example !== edit);
    const after = answers({ ...trial, examples });
    const changed = trial.questions.filter((_, at) => after[at] !== before[at]);
    const elsewhere = changed.filter((question) => {
      return !acceptable(question).some((route) => edit.labels.includes(route));
    });
    yield { labels: edit.labels, all: changed.length, elsewhere: elsewhere.length };
  }
}

function answers({ book, examples, questions }: Trial): string[] {
  const router = createRouter(book, train(book, examples));
  return questions.map(({ text, surface }) => {
    return shownFor(router.route(text, { surface }));
  });
}

function shownFor(routed: Routed): string {
  if (routed.outcome === 'answer') return `answer ${routed.route}`;
  if (routed.outcome === 'clarify') return `clarify ${routed.guess?.route ?? 'without a guess'}`;
  return routed.outcome;
}

/** So many examples from all over a book, the same ones always. */
export function pickSpread<E extends Example>(examples: readonly E[], count: number): E[] {
  return examples
    .map((example) => ({ example, key: hashText(`spread ${example.text}`) }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ example }) => example);
}
