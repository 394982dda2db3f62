import { fillLine } from '../../answer/inline';
import type { LoadedRules } from '../../rule-book/load';
import type { Destination, RuleBook } from '../../rule-book/types';
import { collectLookAlikes } from './look-alikes';
import { escapeMarkdown, lineMarkdown, placeMarkdown } from './markdown';
import { pickExamples } from './pick-examples';
import { anchorLink, routeSection } from './route-section';

/** Every rule on one Markdown page: the routes by topic, the programs, and the out-of-scope intents. */
export function rulesPage({ book, examples }: LoadedRules): string {
  const lookAlikes = collectLookAlikes(examples);
  const owned = (route: string): string[] =>
    examples
      .filter(
        ({ labels, counter }) => counter !== true && labels.length === 1 && labels[0] === route,
      )
      .map(({ text }) => text);
  const topics = book.guide.topics.flatMap(({ id, title }) => [
    `## ${escapeMarkdown(title)}`,
    ...routesOf(book, id).map((route) =>
      routeSection(book, route, { examples: pickExamples(owned(route.id)), lookAlikes }),
    ),
  ]);
  const parts = [
    `# All rules: ${escapeMarkdown(book.team.name)}`,
    '<!-- Generated from rules/ by `npm run generate`. Edit the rules, not this page. -->',
    `This page is generated from the files in [rules/](../rules/README.md). Ask the bot ${escapeMarkdown(book.guide.about)}.`,
    contents(book),
    ...topics,
    ...programsPart(book),
    ...outOfScopePart(book),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function routesOf(book: RuleBook, topic: string): RuleBook['routes'][string][] {
  return Object.values(book.routes).filter((route) => route.topic === topic);
}

function contents(book: RuleBook): string {
  const context = { book, program: null, audience: 'colleague' } as const;
  return book.guide.topics
    .flatMap(({ id, title }) => [
      `- ${escapeMarkdown(title)}`,
      ...routesOf(book, id).map(
        (route) => `  - ${anchorLink(route.id)}: ${lineMarkdown(fillLine(route.title, context))}`,
      ),
    ])
    .join('\n');
}

function programsPart(book: RuleBook): string[] {
  if (book.programs.length === 0) return [];
  const placesOf = (ids: readonly (string | null)[]): Destination[] =>
    ids.flatMap((id) => (id === null ? [] : (book.destinations[id] ?? [])));
  const rows = book.programs.map(({ name, paid, mailbox, channel }) => {
    const places = placesOf([mailbox, channel]).map(placeMarkdown).join(', ');
    return `| ${escapeMarkdown(name)} | ${paid ? 'a paid offering' : 'free'} | ${places} |`;
  });
  return ['## The programs', ['| program | | where |', '| --- | --- | --- |', ...rows].join('\n')];
}

function outOfScopePart(book: RuleBook): string[] {
  const context = { book, program: null, audience: 'colleague' } as const;
  const fill = (text: string): string => lineMarkdown(fillLine(text, context));
  const rows = Object.values(book.outOfScope).map(
    ({ what, instead }) => `| ${fill(what)} | ${instead === null ? '' : fill(instead)} |`,
  );
  if (rows.length === 0) return [];
  return ['## Out of scope', ['| Question | Where to go |', '| --- | --- |', ...rows].join('\n')];
}
