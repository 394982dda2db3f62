import type { Step } from '../../wire';
import { Json } from './json';
import { summaryOf } from './step-summary';

/** One step: a line that expands to the full request and response. */
export function StepDetails({ step }: { readonly step: Step }) {
  const { title, note, isWell } = summaryOf(step);
  return (
    <details className="step" data-kind={step.kind}>
      <summary>
        <span className="step-title">{title}</span>
        <span className="step-note" data-well={isWell}>
          {note}
        </span>
      </summary>
      {step.kind === 'routed' && <Json title="Decision" value={step.answer} />}
      {step.kind === 'request' && (
        <>
          <Json title="Payload" value={step.payload} />
          <Json title="Acknowledgement" value={step.ackBody ?? '(empty)'} />
        </>
      )}
      {step.kind === 'call' && (
        <>
          <Json title="Arguments" value={unpacked(step.args)} />
          <Json title="Answer" value={step.response ?? '(none yet)'} />
        </>
      )}
    </details>
  );
}

/** Parses blocks and views, which a form contains as JSON text. */
function unpacked(args: object): object {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]: [string, unknown]) => [name, parsed(value)]),
  );
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
