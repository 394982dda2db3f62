import type { Action } from '../router/costs';
import type { Contender, Explanation } from '../router/explain/explanation';
import type { Names } from './contender-names';

const SAID: Readonly<Record<Action, (first: string) => string>> = {
  answer: (first) => `Answer: ${first}`,
  guess: (first) => `Guess: ${first}. The bot also offers the other readings.`,
  ask: () => 'Ask the person to choose.',
  none: () => 'No answer.',
};

const NAMES: Readonly<Record<Action, string>> = {
  answer: 'a confident answer',
  guess: 'a guess',
  ask: 'a question',
  none: 'no answer',
};

/** The decision, and the expected cost of each kind of reply for the person who asks. */
export function verdictLines(explanation: Explanation, names: Names): string[] {
  const { verdict, outOfScope, ambiguity, mention } = explanation;
  const costs = Object.entries(verdict.costs)
    .sort(([, a], [, b]) => a - b)
    .map(([action, cost]) => `${NAMES[action as Action]} ${digits(cost)}`);
  return [
    SAID[verdict.action](firstRoute(explanation, names)),
    `Decided by: the lowest expected cost, in button presses. ${capitalize(costs.join(', '))}.`,
    `Probabilities: top route ${digits(best(explanation))}, out of scope ${digits(outOfScope)}${mention === 'named' ? ' (a program is named)' : ''}, ambiguous ${digits(ambiguity.probability)}.`,
  ];
}

function firstRoute({ contenders }: Explanation, names: Names): string {
  const first = contenders.find(({ kind }): boolean => kind === 'route');
  return first === undefined ? '' : names(first);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function digits(value: number): string {
  return value.toFixed(2);
}

function best({ contenders }: Explanation): number {
  return contenders.find(({ kind }: Contender) => kind === 'route')?.probability ?? 0;
}
