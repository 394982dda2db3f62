import { posix } from 'node:path';
import type { z } from 'zod';
import { suggest } from './did-you-mean';
import type { Fault } from './fault';
import { checkSchema, locateDocument, type LocatedDocument } from './located-document';
import type { Problem } from './problem';
import type { RuleText } from './read-folder';
import {
  ambiguousExamplesSchema,
  outOfScopeExamplesSchema,
  routeExamplesSchema,
} from './schema/examples';
import { type Kind, kindOf, SINGLE } from './schema/kinds';
import { routeSchema } from './schema/route';

/** A file's validated value, with the document that has the place of each value. */
export interface Parsed<S extends z.ZodType> {
  readonly document: LocatedDocument;
  readonly value: z.infer<S>;
}

const REQUIRED = ['destinations.yml', 'sources.yml', 'guide.yml'] as const;

type Single = typeof SINGLE;
type Singles = { readonly [Name in keyof Single]: Parsed<Single[Name]> };

/** Every file of a rule book, by kind. */
export interface RuleFiles {
  readonly singles: Singles;
  readonly routes: readonly Parsed<typeof routeSchema>[];
  readonly routeExamples: ReadonlyMap<string, Parsed<typeof routeExamplesSchema>>;
  readonly outOfScopeExamples: ReadonlyMap<string, Parsed<typeof outOfScopeExamplesSchema>>;
  readonly ambiguous: readonly Parsed<typeof ambiguousExamplesSchema>[];
}

export type ParseResult =
  | { readonly files: RuleFiles; readonly problems: readonly [] }
  | { readonly files: null; readonly problems: readonly Problem[] };

/**
 * Parses every file of a folder of rules and validates it against its schema.
 *
 * @param folder as problems name it
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
  private readonly texts: ReadonlyMap<string, RuleText>;

  constructor(
    private readonly folder: string,
    texts: readonly RuleText[],
  ) {
    this.texts = new Map(texts.map((file) => [file.path, file]));
  }

  parse(): RuleFiles {
    const singles = Object.fromEntries(
      Object.entries(SINGLE).map(([name, schema]) => [name, this.single(name, schema)]),
    ) as unknown as Singles;
    for (const path of this.texts.keys()) {
      if (kindOf(path) === undefined) this.stray(path);
    }
    return {
      singles,
      routes: [...this.allOf('route', routeSchema).values()],
      routeExamples: this.allOf('route.examples', routeExamplesSchema),
      outOfScopeExamples: this.allOf('out-of-scope.examples', outOfScopeExamplesSchema),
      ambiguous: [...this.allOf('ambiguous.examples', ambiguousExamplesSchema).values()],
    };
  }

  private single<S extends z.ZodType>(name: string, schema: S): Parsed<S> | undefined {
    const file = this.texts.get(name);
    if (file === undefined && REQUIRED.some((required) => required === name)) {
      const message = `The file ${this.folder}/${name} is missing. Every rule book needs it.`;
      this.problems.push(this.faultOf(name, { code: 'missing-file', message }));
      return undefined;
    }
    return this.check(file ?? { path: name, text: '{}' }, schema);
  }

  /** The checked files of a kind, by the name of each without its ending. */
  private allOf<S extends z.ZodType>(kind: Kind, schema: S): Map<string, Parsed<S>> {
    const found = new Map<string, Parsed<S>>();
    for (const [path, file] of this.texts) {
      if (kindOf(path) !== kind) continue;
      const parsed = this.check(file, schema);
      const name = posix.basename(path).replace(/(?:\.examples)?\.yml$/, '');
      if (parsed !== undefined) found.set(name, parsed);
    }
    return found;
  }

  private check<S extends z.ZodType>(
    { path, text, unreadable }: RuleText,
    schema: S,
  ): Parsed<S> | undefined {
    if (unreadable !== undefined) {
      this.problems.push(this.faultOf(path, { code: 'unreadable-file', message: unreadable }));
      return undefined;
    }
    const document = locateDocument(`${this.folder}/${path}`, text);
    const result = checkSchema(document, schema);
    if ('value' in result) return { document, value: result.value };
    this.problems.push(...result.problems);
    return undefined;
  }

  private stray(path: string): void {
    const message = `This is not a rule file. The path of a route is <topic>/<route>.yml.${suggest(path, Object.keys(SINGLE))}`;
    this.problems.push(this.faultOf(path, { code: 'stray-file', message }));
  }

  /** A fault of a file as a whole. */
  private faultOf(path: string, fault: Fault): Problem {
    return locateDocument(`${this.folder}/${path}`, '').fault([], fault);
  }
}
