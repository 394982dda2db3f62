import type { DecisionReason } from '../router/decide';
import type { Contender, Explanation } from '../router/explain/explanation';
import type { Names } from './contender-names';

/** The bounds in the order in which they are asked, up to the one that decided, each with its numbers. */
export function verdictLines(explanation: Explanation, names: Names): string[] {
  const { verdict } = explanation;
  const outcome = {
    answer: `It answers with ${firstRoute(explanation, names)}.`,
    clarify: 'It asks back.',
    none: 'It says that it has no answer.',
  }[verdict.decision];
  return [outcome, ...STEPS[verdict.reason].map((step) => step(explanation))];
}

function firstRoute({ contenders }: Explanation, names: Names): string {
  const first = contenders.find(({ kind }): boolean => kind === 'route');
  return first === undefined ? '' : names(first);
}

type Step = (explanation: Explanation) => string;

const STEPS: Readonly<Record<DecisionReason, readonly Step[]>> = {
  'out-of-scope': [notOurs],
  clear: [ours, clear, strong],
  open: [ours, open, likely],
  tied: [ours, weak, likely],
  unlikely: [ours, weak, unlikely],
};

function digits(probability: number): string {
  return probability.toFixed(2);
}

function best({ contenders }: Explanation): number {
  return contenders.find(({ kind }: Contender) => kind === 'route')?.probability ?? 0;
}

function outOfScopeRule({ outOfScopeBound, named }: Explanation): string {
  const since = named ? ', since a program is named' : '';
  return `from ${digits(outOfScopeBound)} on nothing is answered${since}`;
}

function notOurs(explanation: Explanation): string {
  return `Decided by: what is not ours has ${digits(explanation.outOfScope)} together; ${outOfScopeRule(explanation)}.`;
}

function ours(explanation: Explanation): string {
  return `It is ours: what is not ours has ${digits(explanation.outOfScope)} together; ${outOfScopeRule(explanation)}.`;
}

function clear({ ambiguity: openness, bounds }: Explanation): string {
  return `It is clear: it leaves open what it asks with ${digits(openness.probability)}; from ${digits(bounds.open)} on it is asked back.`;
}

function open({ ambiguity: openness, bounds }: Explanation): string {
  return `It seems unclear: it leaves open what it asks with ${digits(openness.probability)}; from ${digits(bounds.open)} on it is asked back.`;
}

function strong(explanation: Explanation): string {
  return `Decided by: the first has ${digits(best(explanation))}; an answer needs ${digits(explanation.bounds.answer)}.`;
}

function weak(explanation: Explanation): string {
  return `No route stands out: the first has ${digits(best(explanation))}; an answer needs ${digits(explanation.bounds.answer)}.`;
}

function likely({ offered, bounds }: Explanation): string {
  return `Decided by: the routes to choose from have ${digits(offered)} together; asking needs ${digits(bounds.offer)}.`;
}

function unlikely({ offered, bounds }: Explanation): string {
  return `Decided by: even the best routes have only ${digits(offered)} together; asking needs ${digits(bounds.offer)}.`;
}
