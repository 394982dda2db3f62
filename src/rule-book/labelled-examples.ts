import { outOfScopeLabel } from '../router/model/labels';
import type { Example } from '../router/types';
import type { Path } from './fault';
import type { LocatedDocument } from './located-document';
import type { RuleFiles } from './parse-folder';

/** An example with its place in a file. */
export interface PlacedExample extends Example {
  readonly document: LocatedDocument;
  readonly path: Path;
}

/** Every example of a rule book with its labels. A counter-example belongs to the route it names. */
export function collectExamples(files: RuleFiles): PlacedExample[] {
  return [...ofRoutes(files), ...ofOutOfScope(files), ...ofAmbiguous(files)];
}

function ofRoutes(files: RuleFiles): PlacedExample[] {
  const intents = new Set(files.singles['out-of-scope.yml'].value.out_of_scope.map(({ id }) => id));
  return [...files.routeExamples].flatMap(([route, { document, value }]) => [
    ...value.examples.map((text, at) => ({
      text,
      labels: [route],
      document,
      path: ['examples', at],
    })),
    ...value.counter_examples.map(({ utterance, belongs_to: owner }, at) => ({
      text: utterance,
      labels: [intents.has(owner) ? outOfScopeLabel(owner) : owner],
      counter: true,
      document,
      path: ['counter_examples', at, 'utterance'],
    })),
  ]);
}

function ofOutOfScope(files: RuleFiles): PlacedExample[] {
  return [...files.outOfScopeExamples].flatMap(([id, { document, value }]) =>
    value.examples.map((text, at) => ({
      text,
      labels: [outOfScopeLabel(id)],
      document,
      path: ['examples', at],
    })),
  );
}

function ofAmbiguous({ ambiguous }: RuleFiles): PlacedExample[] {
  return ambiguous.flatMap(({ document, value }) =>
    value.ambiguous.flatMap(({ routes, examples }, group) =>
      examples.map((text, at) => ({
        text,
        labels: routes,
        document,
        path: ['ambiguous', group, 'examples', at],
      })),
    ),
  );
}
