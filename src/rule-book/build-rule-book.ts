import type { Concept, RoutingBook, RoutingRoute } from '../router/types';
import { compare } from './problem';
import type { RuleFiles } from './parse-folder';
import { placeholdersIn } from './placeholders';
import type { RouteFile } from './schema/route';
import type { DestinationFile } from './schema/lists';
import type { Destination, Guide, Program, ProgramPart, Route, RuleBook } from './types';

/** Builds the rule book from validated rule files. */
export function buildRuleBook(files: RuleFiles, version: string): RuleBook {
  const { team, names, bases, fallback, destinations } = files.singles['destinations.yml'].value;
  const programs = files.singles['programs.yml'].value.programs;
  const routes = files.routes.map(({ value }) => value).sort((a, b) => compare(a.id, b.id));
  const pages = new Map(
    files.singles['sources.yml'].value.pages.map(({ id, title }) => [id, title]),
  );
  return {
    version,
    checkedOn: lastCheck(files.singles['sources.yml'].value.pages),
    team: { name: team.name, oldNames: team.old_names },
    names,
    programs: programs.map(toProgram),
    destinations: Object.fromEntries(
      destinations.map((one) => [one.id, toDestination(one, bases)]),
    ),
    fallback,
    routes: Object.fromEntries(routes.map((route) => [route.id, toRoute(route, pages)])),
    outOfScope: Object.fromEntries(
      files.singles['out-of-scope.yml'].value.out_of_scope.map(({ instead, ...one }) => [
        one.id,
        { ...one, instead: instead ?? null },
      ]),
    ),
    guide: toGuide(files.singles['guide.yml'].value),
    routing: toRoutingBook(files, routes),
  };
}

type PageFile = RuleFiles['singles']['sources.yml']['value']['pages'][number];

/** The oldest check date of all pages. */
function lastCheck(pages: readonly PageFile[]): string | null {
  const dates = pages.map(({ checked }) => checked?.date ?? '').sort();
  return dates[0] === undefined || dates[0] === '' ? null : dates[0];
}

type GuideFile = RuleFiles['singles']['guide.yml']['value'];

function toGuide({ app, ...guide }: GuideFile): Guide {
  return { ...guide, app: app ?? null };
}

type ProgramFile = RuleFiles['singles']['programs.yml']['value']['programs'][number];

function toProgram({ id, name, paid, mailbox, channel }: ProgramFile): Program {
  return { id, name, paid, mailbox: mailbox ?? null, channel };
}

function toDestination(
  file: DestinationFile,
  bases: Readonly<Record<string, string>>,
): Destination {
  switch (file.kind) {
    case 'page':
      return { kind: 'page', title: file.title, url: fillBases(file.url, bases) };
    case 'portal':
      return {
        kind: 'portal',
        value: file.value,
        url: file.url === undefined ? null : fillBases(file.url, bases),
        outside: file.outside ?? file.value,
      };
    default:
      return { kind: file.kind, value: file.value };
  }
}

function channelName(destination: DestinationFile): string {
  return destination.kind === 'slack' ? destination.value : '';
}

/** Replaces the bases in a URL. A base can begin with another base, up to five levels. */
export function fillBases(url: string, bases: Readonly<Record<string, string>>): string {
  let filled = url;
  for (let level = 0; level < 5 && placeholdersIn(filled).length > 0; level += 1) {
    filled = filled.replace(/\{([a-z0-9-]+)\}/g, (_, name: string) => bases[name] ?? '');
  }
  return filled;
}

function toRoute(file: RouteFile, pages: ReadonlyMap<string, string>): Route {
  return {
    id: file.id,
    topic: file.topic,
    title: file.title,
    headline: file.headline,
    do: file.do,
    doNot: file.do_not,
    byProgram: Object.fromEntries(
      Object.entries(file.by_program).map(([id, part]) => [id, toPart(part)]),
    ),
    ifAsked: file.if_asked.map(({ headline, say, by_program: byProgram, destinations }) => {
      return { headline: headline ?? null, say: say ?? null, byProgram, destinations };
    }),
    programs: file.programs,
    mailbox: file.mailbox,
    destinations: file.destinations,
    source: {
      page: pages.get(file.source.page) ?? file.source.page,
      heading: file.source.heading,
      also: file.also,
    },
    reply:
      file.reply === undefined
        ? null
        : {
            subject: file.reply.subject,
            body: file.reply.body,
            byProgram: file.reply.by_program,
          },
    paste: file.paste ?? null,
  };
}

function toPart(part: RouteFile['by_program'][string]): ProgramPart {
  return {
    headline: part.headline ?? null,
    do: part.do ?? null,
    note: part.note ?? null,
    destinations: part.destinations ?? [],
  };
}

function toRoutingBook({ singles }: RuleFiles, routes: readonly RouteFile[]): RoutingBook {
  const {
    abbreviations,
    concepts,
    stop_words: stopWords,
    hidden_words: hiddenWords,
  } = singles['words.yml'].value;
  const { team, destinations } = singles['destinations.yml'].value;
  const channels = destinations.flatMap((one) =>
    one.kind === 'slack' ? [one.value, ...one.was] : [],
  );
  const named: Concept[] = [
    { id: 'the-team', words: [team.name, ...team.old_names] },
    ...(channels.length === 0 ? [] : [{ id: 'a-channel', words: channels }]),
  ];
  return {
    routes: routes.map(toRoutingRoute),
    outOfScopeIntents: singles['out-of-scope.yml'].value.out_of_scope
      .map(({ id }) => id)
      .sort(compare),
    programs: singles['programs.yml'].value.programs.map(
      ({ id, names, hints, faint, channel }, _, all) => {
        // A channel that only one program uses identifies the program, like its name.
        const isOwn = all.filter((program) => program.channel === channel).length === 1;
        const own = destinations.filter(
          (one) => isOwn && one.id === channel && one.kind === 'slack',
        );
        return { id, names: [...names, ...own.map(channelName)], hints, faint };
      },
    ),
    idioms: singles['programs.yml'].value.idioms,
    abbreviations,
    concepts: [...concepts, ...named],
    stopWords,
    hiddenWords,
  };
}

function toRoutingRoute(file: RouteFile): RoutingRoute {
  return {
    id: file.id,
    topic: file.topic,
    programs: file.programs,
    insteadFor: file.instead_for,
    asks: file.if_asked.map(({ words }) => words),
    emailAction: file.email_action ?? null,
  };
}
