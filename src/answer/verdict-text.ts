import type { Action } from '../router/costs';
import type { Contender, Explanation } from '../router/explain/explanation';
import type { Names } from './contender-names';

const SAID: Readonly<Record<Action, (first: string) => string>> = {
  answer: (first) => `It answers with ${first}.`,
  guess: (first) => `It shows ${first}, marked as a guess, and offers the other readings.`,
  ask: () => 'It asks which reading is meant.',
  none: () => "It says that it doesn't know.",
};

const NAMES: Readonly<Record<Action, string>> = {
  answer: 'a confident answer',
  guess: 'a guess',
  ask: 'a question back',
  none: 'no answer',
};

/** What the router shows, and what each way to reply would cost the asker. */
export function verdictLines(explanation: Explanation, names: Names): string[] {
  const { verdict, outOfScope, ambiguity, mention } = explanation;
  const costs = Object.entries(verdict.costs)
    .sort(([, a], [, b]) => a - b)
    .map(([action, cost]) => `${NAMES[action as Action]} ${digits(cost)}`);
  return [
    SAID[verdict.action](firstRoute(explanation, names)),
    `Decided by the expected cost to the asker, in presses: ${costs.join(', ')}.`,
    `The first route has ${digits(best(explanation))}, everything out of scope ${digits(outOfScope)}${mention === 'named' ? ' (a program is named)' : ''}.`,
    `The text leaves open what it asks with ${digits(ambiguity.probability)}.`,
  ];
}

function firstRoute({ contenders }: Explanation, names: Names): string {
  const first = contenders.find(({ kind }): boolean => kind === 'route');
  return first === undefined ? '' : names(first);
}

function digits(value: number): string {
  return value.toFixed(2);
}

function best({ contenders }: Explanation): number {
  return contenders.find(({ kind }: Contender) => kind === 'route')?.probability ?? 0;
}
