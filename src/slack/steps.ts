import { channel } from 'node:diagnostics_channel';

/**
 * The seven steps of a request, in order. `receive` to `admit` and `listener` are functions of the pipeline and of
 * `run-listener.ts`; `route` to `deliver` are those of the listener that answers a question.
 */
export const STEPS = [
  'receive',
  'authenticate',
  'admit',
  'listener',
  'route',
  'render',
  'deliver',
] as const;

export type Step = (typeof STEPS)[number];

/** Where each step is published as it begins; Node's `diagnostics_channel.subscribe` hears it. */
export const STEP_CHANNEL = 'program-route:step';

const steps = channel(STEP_CHANNEL);

/** Publishes that a step begins, where somebody listens. */
export function enter(step: Step): void {
  if (steps.hasSubscribers) steps.publish(step);
}
