import type { Step } from '../../wire';

interface Summary {
  readonly title: string;
  readonly note: string;
  /** Whether the step succeeded; undefined while it is in progress. */
  readonly isWell: boolean | undefined;
}

export function summaryOf(step: Step): Summary {
  switch (step.kind) {
    case 'request':
      return requestSummary(step);
    case 'call':
      return callSummary(step);
    case 'routed':
      return routedSummary(step.answer as Record<string, unknown>);
  }
}

function requestSummary(step: Extract<Step, { kind: 'request' }>): Summary {
  const retry = step.retry === undefined ? '' : ` (retry ${step.retry.num})`;
  const title = `→ ${step.name}${retry}`;
  if (step.ms === undefined) return { title, note: 'waiting …', isWell: undefined };
  const how = step.failure ?? (step.status === null ? 'acknowledged' : String(step.status));
  return { title, note: `${how} in ${msOf(step.ms)}`, isWell: step.acknowledged };
}

function callSummary(step: Extract<Step, { kind: 'call' }>): Summary {
  const title = `← ${step.method}`;
  if (step.ms === undefined) return { title, note: 'waiting …', isWell: undefined };
  const error = step.response?.['error'];
  const isWell = step.status === 200 && error === undefined;
  const how = typeof error === 'string' ? error : String(step.status);
  return { title, note: `${isWell ? 'ok' : how} in ${msOf(step.ms)}`, isWell };
}

function routedSummary(answer: Record<string, unknown>): Summary {
  const { outcome, route, confidence, why } = answer;
  const title = `· ${String(outcome)}${typeof route === 'string' ? `: ${route}` : ''}`;
  const words = Array.isArray(why) && why.length > 0 ? `, matched words: ${why.join(', ')}` : '';
  return { title, note: `${Number(confidence).toFixed(2)}${words}`, isWell: true };
}

function msOf(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toString()} ms`;
}
