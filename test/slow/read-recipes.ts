/** One step of a recipe in rules/README.md, as a reader would carry it out. */
export type Step =
  | {
      readonly kind: 'change';
      readonly file: string;
      readonly edits: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'add'; readonly file: string; readonly below: string; readonly text: string }
  | { readonly kind: 'write'; readonly file: string; readonly text: string }
  | { readonly kind: 'run'; readonly command: string; readonly sees: readonly string[] };

export interface Recipe {
  readonly title: string;
  readonly steps: readonly Step[];
}

/**
 * Reads the recipes of a Markdown page: its sections with numbered steps.
 *
 * @throws Error with a step that cannot be carried out
 */
export function readRecipes(page: string): Recipe[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.split('\n')[0] ?? '',
      steps: section
        .split(/^\d+\. /m)
        .slice(1)
        .map(readStep),
    }))
    .filter(({ steps }) => steps.length > 0);
}

const FORMS: readonly (readonly [RegExp, (found: Found) => Step])[] = [
  [
    /^In `[^`]+`, change /,
    ({ spans: [file = '', ...edits] }) => ({ kind: 'change', file, edits: pairs(edits) }),
  ],
  [
    /^In `[^`]+`, below `[^`]+`, add/,
    ({ spans: [file = '', below = '', text = ''], block }) => ({
      kind: 'add',
      file,
      below,
      text: block ?? text,
    }),
  ],
  [
    /^Write `[^`]+`:/,
    ({ spans: [file = ''], block = '' }) => ({ kind: 'write', file, text: block }),
  ],
  [
    /^Run `npm run [^`]+`\. You see `/,
    ({ spans: [command = '', ...sees] }) => ({ kind: 'run', command, sees }),
  ],
];

/** The code in a step: between its backticks, and in its block. */
interface Found {
  readonly spans: readonly string[];
  readonly block: string | undefined;
}

function readStep(step: string): Step {
  const [sentence = ''] = step.split('\n');
  const form = FORMS.find(([pattern]) => pattern.test(sentence));
  if (form === undefined) throw new Error(`Cannot carry out the step: ${sentence}`);
  return form[1]({
    spans: [...sentence.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span),
    block: /\n {3}```\w+\n([\s\S]*?)\n {3}```/.exec(step)?.[1]?.replace(/^ {3}/gm, ''),
  });
}

function pairs(spans: readonly string[]): (readonly [string, string])[] {
  return spans.flatMap((from, at) => (at % 2 === 0 ? [[from, spans[at + 1] ?? ''] as const] : []));
}
