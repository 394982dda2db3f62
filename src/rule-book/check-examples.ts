import { show } from './explain-issue';
import type { PlacedExample } from './labelled-examples';
import type { Problem } from './problem';

/** Finds duplicate examples. Case, punctuation and white space do not count. */
export function checkExamples(examples: readonly PlacedExample[]): Problem[] {
  const first = new Map<string, PlacedExample>();
  const problems: Problem[] = [];
  for (const example of examples) {
    const key = example.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, example);
      continue;
    }
    const place = before.document.fault(before.path, { code: 'duplicate-example', message: '' });
    const message = `${show(example.text)} is also in ${place.file}:${place.line}. Remove one of them.`;
    problems.push(example.document.fault(example.path, { code: 'duplicate-example', message }));
  }
  return problems;
}
