import { outOfScopeIntentOf } from '../router/model/labels';
import { show } from '../rule-book/explain-issue';
import type { PlacedExample } from '../rule-book/labelled-examples';
import { type LoadedRules, loadRules } from '../rule-book/load';
import { findNearDuplicates } from '../rule-book/near-duplicates';
import { formatProblem, type Problem } from '../rule-book/problem';
import { findLabelErrors, type LabelError } from '../router/training/label-errors';
import { readArguments } from './arguments';
import { RULES, runCommand, tell } from './run-command';

const USAGE = 'npm run --silent rules:check -- [--fast] [--all] [--rules DIR]';
const OPTIONS = {
  rules: { type: 'string' },
  fast: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
} as const;
/** How many warnings to show without `--all`. */
const SHOWN = 12;

void runCommand(() => {
  const { values } = readArguments(OPTIONS, USAGE);
  const rules = loadRules(values.rules ?? RULES);
  if (!values.fast) warn(rules, values.all ? Infinity : SHOWN);
  const routes = Object.keys(rules.book.routes).length;
  process.stdout.write(
    `The rules are valid: ${routes} routes, ${rules.examples.length} examples.\n`,
  );
  return 0;
});

/** Prints warnings. They name examples to review, and do not change the exit status. */
function warn({ book, examples }: LoadedRules, most: number): void {
  const strays = findLabelErrors(book.routing, examples).map(strayProblem);
  const warnings = [...findNearDuplicates(examples), ...strays];
  for (const problem of warnings.slice(0, most)) tell(formatProblem(problem));
  const hidden = warnings.length - most;
  if (hidden > 0) tell(`${hidden} more warnings. To see them, add --all.`);
}

function strayProblem({ example, route, confidence }: LabelError<PlacedExample>): Problem {
  const owner = example.labels.map((label) => outOfScopeIntentOf(label) ?? label).join(' or ');
  return example.document.fault(example.path, {
    code: 'stray-example',
    message: `A router trained without ${show(example.text)} answers it with "${route}" (${confidence.toFixed(2)}), not "${owner}". Check the label, or add similar examples.`,
    severity: 'warning',
  });
}
