import type { Utterance } from './types';

/** Costs of what each action turns out to be. */
interface CostTable {
  readonly answer: Readonly<Record<'right' | 'wrong' | 'outOfScope' | 'halfRight', number>>;
  readonly guess: Readonly<
    Record<'right' | 'offered' | 'missing' | 'outOfScope' | 'halfRight', number>
  >;
  readonly ask: Readonly<Record<'offered' | 'missing' | 'outOfScope' | 'halfRight', number>>;
  readonly none: Readonly<Record<'inScope' | 'outOfScope', number>>;
}

/**
 * What each outcome costs the person who asks, in presses: 1 is a question back that offers the right reading. The
 * router shows whatever costs least, given how likely each reading is. Only these numbers decide between a confident
 * answer, a marked guess, a question back, and "I don't know"; training fits how likely the readings are.
 *
 * - A wrong confident answer costs most: a customer's matter goes to the wrong place.
 * - A wrong guess costs little: it says that it is one, and the other readings are one press away.
 * - A question back costs a press, even where the guess would have been right.
 * - An answer to half of what an ambiguous text may mean costs more for an email: it takes longer to read again.
 * - Silence costs a visit to the channel. For an email it costs most: a colleague picked this very message.
 */
export const COSTS = {
  question: {
    answer: { right: 0, wrong: 2.3, outOfScope: 2.6, halfRight: 0.7 },
    guess: { right: 0.55, offered: 1.3, missing: 2, outOfScope: 2, halfRight: 0.1 },
    ask: { offered: 1.3, missing: 2, outOfScope: 1.7, halfRight: 0 },
    none: { inScope: 1.8, outOfScope: 0 },
  },
  email: {
    answer: { right: 0, wrong: 3, outOfScope: 3.2, halfRight: 1.7 },
    guess: { right: 0.25, offered: 1.3, missing: 2, outOfScope: 2, halfRight: 0.1 },
    ask: { offered: 1, missing: 2, outOfScope: 1.7, halfRight: 0 },
    none: { inScope: 2.4, outOfScope: 0 },
  },
} as const satisfies Record<Utterance['kind'], CostTable>;

/** What the router may show: one answer, one marked as a guess, a bare question back, or nothing. */
export type Action = 'answer' | 'guess' | 'ask' | 'none';

/** How likely each reading of a text is; the shares of `first`, `offered`, `missing` and `outOfScope` add up to 1. */
export interface Readings {
  /** The likeliest action. */
  readonly first: number;
  /** The others that a question back would offer. */
  readonly offered: number;
  /** Routes that it would not offer. */
  readonly missing: number;
  readonly outOfScope: number;
  /** The probability that an in-scope text is ambiguous, 0 to 1. */
  readonly ambiguous: number;
}

/** The expected cost of each action for a question or an email, in presses. */
export function expectedCosts(
  { first, offered, missing, outOfScope, ambiguous }: Readings,
  kind: Utterance['kind'],
): Readonly<Record<Action, number>> {
  const { answer, guess, ask, none } = COSTS[kind];
  const inScope = first + offered + missing;
  const halfRight = inScope * ambiguous;
  const clear = 1 - ambiguous;
  return {
    answer:
      outOfScope * answer.outOfScope +
      halfRight * answer.halfRight +
      clear * (first * answer.right + (offered + missing) * answer.wrong),
    guess:
      outOfScope * guess.outOfScope +
      halfRight * guess.halfRight +
      clear * (first * guess.right + offered * guess.offered + missing * guess.missing),
    ask:
      outOfScope * ask.outOfScope +
      halfRight * ask.halfRight +
      clear * ((first + offered) * ask.offered + missing * ask.missing),
    none: inScope * none.inScope + outOfScope * none.outOfScope,
  };
}

/** The cheapest action; of equals, the one that shows more. */
export function cheapest(costs: Readonly<Record<Action, number>>): Action {
  const actions: readonly Action[] = ['answer', 'guess', 'ask', 'none'];
  return actions.reduce((best, action) => (costs[action] < costs[best] ? action : best));
}
