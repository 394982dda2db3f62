import { formatProblem, type Problem } from './problem';

/** The rules are invalid. The message lists every fault. */
export class FaultyRulesError extends Error {
  override readonly name = 'FaultyRulesError';

  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'a fault' : `${problems.length} faults`;
    super(`The rules have ${count}:\n${problems.map(formatProblem).join('\n')}`);
  }
}
