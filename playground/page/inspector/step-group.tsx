import type { Step } from '../../wire';
import { StepDetails } from './step-details';

/** A request and its results. */
export function StepGroup({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <section className="step-group">
      {steps.map((step) => (
        <StepDetails key={step.n} step={step} />
      ))}
    </section>
  );
}
