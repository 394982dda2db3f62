import type { Step } from '../../wire';

/** Each request to the bot with what followed it, up to the next one. */
export function groupSteps(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.kind === 'request' || last === undefined) groups.push([step]);
    else last.push(step);
  }
  return groups;
}
