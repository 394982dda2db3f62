import { posix } from 'node:path';
import type { z } from 'zod';
import { suggest } from './did-you-mean';
import { checkSchema, locateDocument, type LocatedDocument } from './located-document';
import type { Problem } from './problem';
import type { RuleText } from './read-folder';
import { outOfScopeExamplesSchema, routeExamplesSchema } from './schema/examples';
import { kindOf, SINGLE } from './schema/kinds';
import { routeSchema } from './schema/route';

/** A file's validated value, with the document that has the place of each value. */
export interface Parsed<S extends z.ZodType> {
  readonly document: LocatedDocument;
  readonly value: z.infer<S>;
}

const REQUIRED = ['destinations.yml', 'sources.yml', 'guide.yml'] as const;
/** The content that is used for an optional file that does not exist. */
const EMPTY = { 'ambiguous.examples.yml': 'examples: []\n' } as const;

type Single = typeof SINGLE;
type Singles = { readonly [Name in keyof Single]: Parsed<Single[Name]> };

/** Every file of a rule book, by kind. */
export interface RuleFiles {
  readonly singles: Singles;
  readonly routes: readonly Parsed<typeof routeSchema>[];
  readonly routeExamples: ReadonlyMap<string, Parsed<typeof routeExamplesSchema>>;
  readonly outOfScopeExamples: ReadonlyMap<string, Parsed<typeof outOfScopeExamplesSchema>>;
}

export type ParseResult =
  | { readonly files: RuleFiles; readonly problems: readonly [] }
  | { readonly files: null; readonly problems: readonly Problem[] };

/**
 * Parses every file of a folder of rules and validates it against its schema.
 *
 * @param folder the name of the folder in problems
 */
export function parseFolder(folder: string, texts: readonly RuleText[]): ParseResult {
  const parser = new FolderParser(folder, texts);
  const files = parser.parse();
  return parser.problems.length === 0
    ? { files, problems: [] }
    : { files: null, problems: parser.problems };
}

class FolderParser {
  readonly problems: Problem[] = [];
  private readonly texts: ReadonlyMap<string, string>;

  constructor(
    private readonly folder: string,
    texts: readonly RuleText[],
  ) {
    this.texts = new Map(texts.map(({ path, text }) => [path, text]));
  }

  parse(): RuleFiles {
    const singles = Object.fromEntries(
      Object.entries(SINGLE).map(([name, schema]) => [name, this.single(name, schema)]),
    ) as unknown as Singles;
    const routes: Parsed<typeof routeSchema>[] = [];
    const routeExamples = new Map<string, Parsed<typeof routeExamplesSchema>>();
    const outOfScopeExamples = new Map<string, Parsed<typeof outOfScopeExamplesSchema>>();
    for (const path of this.texts.keys()) {
      const name = posix.basename(path).replace(/(?:\.examples)?\.yml$/, '');
      switch (kindOf(path)) {
        case undefined:
          this.stray(path);
          break;
        case 'route':
          this.keep(path, routeSchema, (parsed) => routes.push(parsed));
          break;
        case 'route.examples':
          this.keep(path, routeExamplesSchema, (parsed) => routeExamples.set(name, parsed));
          break;
        case 'out-of-scope.examples':
          this.keep(path, outOfScopeExamplesSchema, (parsed) =>
            outOfScopeExamples.set(name, parsed),
          );
      }
    }
    return { singles, routes, routeExamples, outOfScopeExamples };
  }

  private single<S extends z.ZodType>(name: string, schema: S): Parsed<S> | undefined {
    const text = this.texts.get(name);
    if (text === undefined && REQUIRED.some((required) => required === name)) {
      const document = locateDocument(`${this.folder}/${name}`, '');
      const message = `The file ${document.file} is missing. Every rule book needs it.`;
      this.problems.push(document.fault([], { code: 'missing-file', message }));
      return undefined;
    }
    const fallback = name in EMPTY ? EMPTY[name as keyof typeof EMPTY] : '{}';
    return this.check(name, text ?? fallback, schema);
  }

  private keep<S extends z.ZodType>(
    path: string,
    schema: S,
    add: (parsed: Parsed<S>) => void,
  ): void {
    const parsed = this.check(path, this.texts.get(path) ?? '', schema);
    if (parsed !== undefined) add(parsed);
  }

  private check<S extends z.ZodType>(path: string, text: string, schema: S): Parsed<S> | undefined {
    const document = locateDocument(`${this.folder}/${path}`, text);
    const result = checkSchema(document, schema);
    if ('value' in result) return { document, value: result.value };
    this.problems.push(...result.problems);
    return undefined;
  }

  private stray(path: string): void {
    const document = locateDocument(`${this.folder}/${path}`, '');
    const message = `This is not a rule file. The path of a route is <topic>/<route>.yml.${suggest(path, Object.keys(SINGLE))}`;
    this.problems.push(document.fault([], { code: 'stray-file', message }));
  }
}
