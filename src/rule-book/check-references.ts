import { suggest } from './did-you-mean';
import type { Fault, Path } from './fault';
import type { LocatedDocument } from './located-document';
import type { Parsed, RuleFiles } from './parse-folder';
import { OPEN_NAMES, placeholdersIn } from './placeholders';
import type { Problem } from './problem';
import type { RouteFile, routeSchema } from './schema/route';

/** The closed lists of ids that fields of other files refer to. */
interface Known {
  readonly destinations: readonly string[];
  readonly bases: readonly string[];
  readonly programs: readonly string[];
  readonly routes: readonly string[];
  readonly out_of_scope: readonly string[];
  /** Folders of routes. */
  readonly topics: readonly string[];
  /** Routes and out-of-scope intents. */
  readonly owners: readonly string[];
  readonly placeholders: readonly string[];
  readonly headings: ReadonlyMap<string, readonly string[]>;
}

/** The name of each list in messages. */
const LIST_NAMES: Readonly<Record<keyof Known, string>> = {
  destinations: 'destinations',
  bases: 'bases',
  programs: 'programs',
  routes: 'routes',
  out_of_scope: 'out-of-scope intents',
  topics: 'topics',
  owners: 'routes and out-of-scope intents',
  placeholders: 'placeholders',
  headings: 'headings',
};

/** Finds unknown ids, unknown placeholders and unused destinations. */
export function checkReferences(files: RuleFiles): Problem[] {
  const check = new ReferenceCheck(files);
  check.run();
  return check.problems;
}

class ReferenceCheck {
  readonly problems: Problem[] = [];
  private readonly known: Known;
  private readonly used = new Set<string>();

  constructor(private readonly files: RuleFiles) {
    this.known = collectKnown(files);
  }

  run(): void {
    this.lists();
    for (const route of this.files.routes) this.route(route);
    this.exampleFiles();
    this.unused();
  }

  private add(document: LocatedDocument, path: Path, fault: Fault): void {
    this.problems.push(document.fault(path, fault));
  }

  private idAt(
    document: LocatedDocument,
    path: Path,
    place: { name: string; list: keyof Known },
  ): void {
    const known = this.known[place.list] as readonly string[];
    if (place.list === 'destinations') this.used.add(place.name);
    if (known.includes(place.name)) return;
    const message = `"${place.name}" is not in the list of ${LIST_NAMES[place.list]}.${suggest(place.name, known)}`;
    this.add(document, path, { code: 'unknown-id', message });
  }

  private destinationsAt(document: LocatedDocument, path: Path, names: readonly string[]): void {
    names.forEach((name, at) => {
      this.idAt(document, [...path, at], { name, list: 'destinations' });
    });
  }

  private keysAt(document: LocatedDocument, path: Path, keys: readonly string[]): void {
    for (const name of keys) {
      this.idAt(document, [...path, name], { name, list: 'programs' });
    }
  }

  private textAt(document: LocatedDocument, path: Path, text: string): void {
    for (const name of placeholdersIn(text)) {
      this.used.add(name);
      if (this.known.placeholders.includes(name)) continue;
      const message = `Unknown placeholder {${name}}.${suggest(name, this.known.placeholders)}`;
      this.add(document, path, { code: 'unknown-id', message });
    }
  }

  private textsBelow(document: LocatedDocument, path: Path, value: unknown): void {
    if (typeof value === 'string') this.textAt(document, path, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        this.textsBelow(document, [...path, Array.isArray(value) ? Number(key) : key], inner);
      }
    }
  }

  private lists(): void {
    const { singles } = this.files;
    const destinations = singles['destinations.yml'];
    this.duplicates(destinations.document, 'destinations', destinations.value.destinations);
    this.idAt(destinations.document, ['fallback'], {
      name: destinations.value.fallback,
      list: 'destinations',
    });
    destinations.value.destinations.forEach((one, at) => {
      if (one.kind === 'page')
        this.textAt(destinations.document, ['destinations', at, 'title'], one.title);
      if ('url' in one) this.baseAt(['destinations', at, 'url'], one.url);
    });
    for (const [name, address] of Object.entries(destinations.value.bases)) {
      this.baseAt(['bases', name], address);
    }
    const programs = singles['programs.yml'];
    this.duplicates(programs.document, 'programs', programs.value.programs);
    programs.value.programs.forEach(({ mailbox, channel }, at) => {
      const places = { mailbox, channel };
      for (const [field, name] of Object.entries(places)) {
        if (name === undefined) continue;
        this.idAt(programs.document, ['programs', at, field], { name, list: 'destinations' });
      }
    });
    const intents = singles['out-of-scope.yml'];
    this.duplicates(intents.document, 'out_of_scope', intents.value.out_of_scope);
    intents.value.out_of_scope.forEach((one, at) => {
      this.destinationsAt(intents.document, ['out_of_scope', at, 'destinations'], one.destinations);
      this.textsBelow(intents.document, ['out_of_scope', at], one);
    });
    const guide = singles['guide.yml'];
    this.duplicates(guide.document, 'topics', guide.value.topics);
    this.textsBelow(guide.document, ['app'], guide.value.app);
    guide.value.topics.forEach(({ id }, at) => {
      this.idAt(guide.document, ['topics', at, 'id'], { name: id, list: 'topics' });
    });
    this.duplicates(singles['words.yml'].document, 'concepts', singles['words.yml'].value.concepts);
    this.sources();
  }

  private sources(): void {
    const { document, value } = this.files.singles['sources.yml'];
    this.duplicates(document, 'pages', value.pages);
    if (value.site !== undefined) {
      this.idAt(document, ['site'], { name: value.site, list: 'bases' });
    }
    value.pages.forEach(({ names }, at) => {
      names.forEach((name, which) => {
        // A destination that only a page names still counts as unused: an answer must refer to it.
        if (this.known.destinations.includes(name)) return;
        this.idAt(document, ['pages', at, 'names', which], { name, list: 'destinations' });
      });
    });
  }

  private baseAt(path: Path, address: string | undefined): void {
    for (const name of placeholdersIn(address ?? '')) {
      if (this.known.bases.includes(name)) continue;
      const message = `{${name}} is not in the list of bases.${suggest(name, this.known.bases)}`;
      this.add(this.files.singles['destinations.yml'].document, path, {
        code: 'unknown-id',
        message,
      });
    }
  }

  private duplicates(
    document: LocatedDocument,
    list: string,
    entries: readonly { readonly id: string }[],
  ): void {
    entries.forEach(({ id }, at) => {
      if (entries.findIndex((other) => other.id === id) === at) return;
      const message = `The id "${id}" is used twice in ${list}. Use a different id for each entry.`;
      this.add(document, [list, at, 'id'], { code: 'duplicate-id', message });
    });
  }

  private route({ document, value }: Parsed<typeof routeSchema>): void {
    this.routeName(document, value);
    this.destinationsAt(document, ['destinations'], value.destinations);
    for (const [program, part] of Object.entries(value.by_program)) {
      this.destinationsAt(
        document,
        ['by_program', program, 'destinations'],
        part.destinations ?? [],
      );
    }
    value.if_asked.forEach(({ destinations }, at) => {
      this.destinationsAt(document, ['if_asked', at, 'destinations'], destinations);
    });
    this.keysAt(document, ['by_program'], Object.keys(value.by_program));
    this.keysAt(document, ['instead_for'], Object.keys(value.instead_for));
    this.keysAt(document, ['reply', 'by_program'], Object.keys(value.reply?.by_program ?? {}));
    value.programs.forEach((name, at) => {
      this.idAt(document, ['programs', at], { name, list: 'programs' });
    });
    for (const [program, name] of Object.entries(value.instead_for)) {
      this.idAt(document, ['instead_for', program], { name, list: 'routes' });
    }
    this.source(document, value);
    this.textsBelow(document, [], value);
  }

  private routeName(document: LocatedDocument, { id, topic }: RouteFile): void {
    const [folder, file] = document.file.split('/').slice(-2);
    if (file !== `${id}.yml`) {
      const message = `The id "${id}" does not match the file name. Rename the file to ${id}.yml, or change the id to "${(file ?? '').replace(/\.yml$/, '')}".`;
      this.add(document, ['id'], { code: 'bad-name', message });
    }
    if (folder !== topic) {
      const message = `The topic "${topic}" does not match the folder name. Move the file, or change the topic to "${folder ?? ''}".`;
      this.add(document, ['topic'], { code: 'bad-name', message });
    }
    const others = this.files.routes.filter(({ value }) => value.id === id);
    if (others.length > 1 && others[0]?.document !== document) {
      const message = `The route "${id}" is also in ${others[0]?.document.file ?? ''}.`;
      this.add(document, ['id'], { code: 'duplicate-id', message });
    }
  }

  private source(document: LocatedDocument, { source, also }: RouteFile): void {
    const headings = this.known.headings.get(source.page);
    if (headings === undefined) {
      const pages = [...this.known.headings.keys()];
      const message = `"${source.page}" is not a page in sources.yml.${suggest(source.page, pages)}`;
      this.add(document, ['source', 'page'], { code: 'unknown-id', message });
      return;
    }
    const named: (readonly [string, Path])[] = [
      [source.heading, ['source', 'heading']],
      ...also.map((heading, at) => [heading, ['also', at]] as const),
    ];
    for (const [heading, path] of named) {
      if (headings.includes(heading)) continue;
      const message = `The page "${source.page}" has no heading "${heading}".${suggest(heading, headings)}`;
      this.add(document, path, { code: 'unknown-id', message });
    }
  }

  private exampleFiles(): void {
    for (const { document, value } of this.files.routes) {
      if (this.files.routeExamples.has(value.id)) continue;
      const message = `The route "${value.id}" has no examples. Add them to ${value.id}.examples.yml in the same folder.`;
      this.add(document, ['id'], { code: 'missing-file', message });
    }
    const { document: list, value } = this.files.singles['out-of-scope.yml'];
    value.out_of_scope.forEach(({ id }, at) => {
      if (this.files.outOfScopeExamples.has(id)) return;
      const message = `The out-of-scope intent "${id}" has no examples. Add them to out-of-scope/${id}.examples.yml.`;
      this.add(list, ['out_of_scope', at, 'id'], { code: 'missing-file', message });
    });
    this.owners(this.files.routeExamples, 'routes');
    this.owners(this.files.outOfScopeExamples, 'out_of_scope');
    for (const { document, value: file } of this.files.routeExamples.values()) {
      file.counter_examples.forEach(({ belongs_to: name }, at) => {
        this.idAt(document, ['counter_examples', at, 'belongs_to'], { name, list: 'owners' });
      });
    }
    for (const { document, value } of this.files.ambiguous) {
      value.ambiguous.forEach(({ routes }, at) => {
        routes.forEach((name, which) => {
          this.idAt(document, ['ambiguous', at, 'routes', which], { name, list: 'routes' });
        });
      });
    }
  }

  private owners(
    examples: ReadonlyMap<string, { readonly document: LocatedDocument }>,
    list: 'routes' | 'out_of_scope',
  ): void {
    for (const [name, { document }] of examples) {
      if (this.known[list].includes(name)) continue;
      const message = `These examples have no owner: "${name}" is not in the list of ${LIST_NAMES[list]}.${suggest(name, this.known[list])}`;
      this.add(document, [], { code: 'unknown-id', message });
    }
  }

  private unused(): void {
    const { document, value } = this.files.singles['destinations.yml'];
    value.destinations.forEach(({ id }, at) => {
      if (this.used.has(id)) return;
      const message = `No route, program or out-of-scope intent uses "${id}". Use it or remove it.`;
      this.add(document, ['destinations', at, 'id'], { code: 'unused-destination', message });
    });
  }
}

function collectKnown({ singles, routes }: RuleFiles): Known {
  const { destinations, names, bases } = singles['destinations.yml'].value;
  const programs = singles['programs.yml'].value.programs.map(({ id }) => id);
  const ids = destinations.map(({ id }) => id);
  const owned = routes.map(({ value }) => value.id);
  const intents = singles['out-of-scope.yml'].value.out_of_scope.map(({ id }) => id);
  return {
    destinations: ids,
    bases: Object.keys(bases),
    programs,
    routes: owned,
    out_of_scope: intents,
    topics: [...new Set(routes.map(({ value }) => value.topic))],
    owners: [...owned, ...intents],
    placeholders: [...ids, ...programs, ...Object.keys(names), ...OPEN_NAMES],
    headings: new Map(singles['sources.yml'].value.pages.map(({ id, headings }) => [id, headings])),
  };
}
