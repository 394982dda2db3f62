import { show } from './explain-issue';
import type { PlacedExample } from './labelled-examples';
import type { Problem } from './problem';

/** Finds examples that stand twice: letter for letter, but for case, punctuation and white space. */
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
    const message = `${show(example.text)} stands in ${place.file}:${place.line} too. Keep it where it belongs.`;
    problems.push(example.document.fault(example.path, { code: 'duplicate-example', message }));
  }
  return problems;
}
