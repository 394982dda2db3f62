import { appendFileSync } from 'node:fs';

/** Keeps the figures of a trial for `npm run reliability`; in the tests, nothing. */
export function keepFigures(trial: string, figures: object): void {
  const file = process.env['RELIABILITY_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ trial, figures })}\n`);
}
