import { neighbourLabel } from '../router/model/labels';
import type { Example } from '../router/types';
import type { Path } from './fault';
import type { LocatedDocument } from './located-document';
import type { RuleFiles } from './parse-folder';

/** An example with the place it was written at. */
export interface PlacedExample extends Example {
  readonly document: LocatedDocument;
  readonly path: Path;
}

/** Every example of a rule book with its labels. A counter-example belongs to the route it names. */
export function collectExamples(files: RuleFiles): PlacedExample[] {
  const { document, value } = files.singles['ambiguous.examples.yml'];
  const ambiguous = value.examples.map(({ utterance, routes }, at) => ({
    text: utterance,
    labels: routes,
    document,
    path: ['examples', at, 'utterance'],
  }));
  return [...ofRoutes(files), ...ofNeighbours(files), ...ambiguous];
}

function ofRoutes(files: RuleFiles): PlacedExample[] {
  const neighbours = new Set(files.singles['neighbours.yml'].value.neighbours.map(({ id }) => id));
  return [...files.routeExamples].flatMap(([route, { document, value }]) => [
    ...value.examples.map((text, at) => ({
      text,
      labels: [route],
      document,
      path: ['examples', at],
    })),
    ...value.counter_examples.map(({ utterance, belongs_to: owner }, at) => ({
      text: utterance,
      labels: [neighbours.has(owner) ? neighbourLabel(owner) : owner],
      counter: true,
      document,
      path: ['counter_examples', at, 'utterance'],
    })),
  ]);
}

function ofNeighbours(files: RuleFiles): PlacedExample[] {
  return [...files.neighbourExamples].flatMap(([id, { document, value }]) =>
    value.examples.map((text, at) => ({
      text,
      labels: [neighbourLabel(id)],
      document,
      path: ['examples', at],
    })),
  );
}
