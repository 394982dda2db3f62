import type { DecisionReason } from '../router/decide';
import type { Contender, Explanation } from '../router/explain/explanation';
import type { Names } from './contender-names';

/** The decision, then the limits that were checked, in order, up to the one that decided. */
export function verdictLines(explanation: Explanation, names: Names): string[] {
  const { verdict } = explanation;
  const outcome = {
    answer: `Answer: ${firstRoute(explanation, names)}`,
    clarify: 'Ask the person to choose.',
    none: 'No answer.',
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
  const since = named ? ' because a program is named' : '';
  return `limit ${digits(outOfScopeBound)}${since}`;
}

function notOurs(explanation: Explanation): string {
  return `Decided by: out-of-scope probability ${digits(explanation.outOfScope)}, ${outOfScopeRule(explanation)}.`;
}

function ours(explanation: Explanation): string {
  return `In scope: out-of-scope probability ${digits(explanation.outOfScope)}, ${outOfScopeRule(explanation)}.`;
}

function clear({ ambiguity, bounds }: Explanation): string {
  return `Clear: ambiguity ${digits(ambiguity.probability)}, limit ${digits(bounds.open)}.`;
}

function open({ ambiguity, bounds }: Explanation): string {
  return `Ambiguous: ambiguity ${digits(ambiguity.probability)}, limit ${digits(bounds.open)}.`;
}

function strong(explanation: Explanation): string {
  return `Decided by: top route ${digits(best(explanation))}, minimum for an answer ${digits(explanation.bounds.answer)}.`;
}

function weak(explanation: Explanation): string {
  return `No clear winner: top route ${digits(best(explanation))}, minimum for an answer ${digits(explanation.bounds.answer)}.`;
}

function likely({ offered, bounds }: Explanation): string {
  return `Decided by: offered routes ${digits(offered)} in total, minimum for a question ${digits(bounds.offer)}.`;
}

function unlikely({ offered, bounds }: Explanation): string {
  return `Decided by: best routes only ${digits(offered)} in total, minimum for a question ${digits(bounds.offer)}.`;
}
