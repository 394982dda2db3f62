import { ambiguousExamplesSchema, outOfScopeExamplesSchema, routeExamplesSchema } from './examples';
import {
  destinationsSchema,
  guideSchema,
  outOfScopeSchema,
  programsSchema,
  sourcesSchema,
  wordsSchema,
} from './lists';
import { routeSchema } from './route';

/** The files that a rule book has only once. */
export const SINGLE = {
  'programs.yml': programsSchema,
  'destinations.yml': destinationsSchema,
  'out-of-scope.yml': outOfScopeSchema,
  'words.yml': wordsSchema,
  'sources.yml': sourcesSchema,
  'guide.yml': guideSchema,
} as const;

/** Every kind of rule file, by the name of its JSON Schema. */
export const KINDS = {
  programs: programsSchema,
  destinations: destinationsSchema,
  'out-of-scope': outOfScopeSchema,
  words: wordsSchema,
  sources: sourcesSchema,
  guide: guideSchema,
  'ambiguous.examples': ambiguousExamplesSchema,
  route: routeSchema,
  'route.examples': routeExamplesSchema,
  'out-of-scope.examples': outOfScopeExamplesSchema,
} as const;

export type Kind = keyof typeof KINDS;

/** The kind of a rule file by its path below the folder of rules; undefined if it is not the path of a rule file. */
export function kindOf(path: string): Kind | undefined {
  if (path in SINGLE) return path.replace(/\.yml$/, '') as Kind;
  const place = /^([^/]+)\/[^/]+?(\.examples)?\.yml$/.exec(path);
  if (place === null) return undefined;
  const [, topic, isExamples] = place;
  if (isExamples === undefined) return 'route';
  if (topic === 'ambiguous') return 'ambiguous.examples';
  return topic === 'out-of-scope' ? 'out-of-scope.examples' : 'route.examples';
}
