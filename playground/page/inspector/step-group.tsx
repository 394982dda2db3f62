import type { Step } from '../../wire';
import { StepDetails } from './step-details';

/** A request and what came of it. */
export function StepGroup({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <section className="step-group">
      {steps.map((step) => (
        <StepDetails key={step.n} step={step} />
      ))}
    </section>
  );
}
