import type { Step } from '../../wire';

/** Groups each request to the bot with the steps that follow, up to the next request. */
export function groupSteps(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.kind === 'request' || last === undefined) groups.push([step]);
    else last.push(step);
  }
  return groups;
}
