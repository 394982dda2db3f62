import type { Answer } from '../../answer/types';
import { makeAnswer } from '../../answer/answer';
import { chooseRoute } from '../../answer/choose';
import { fillLine } from '../../answer/inline';
import type { Route, RuleBook } from '../../rule-book/types';
import { escapeMarkdown, folded, lineMarkdown, listMarkdown, placeMarkdown } from './markdown';
import type { LookAlikes } from './look-alikes';

/** The parts of a section other than the answer. */
export interface Around {
  readonly examples: readonly string[];
  readonly lookAlikes: LookAlikes;
}

/** One route as a section of the page: the answer, its destinations, sample questions, and similar questions of other routes. */
export function routeSection(book: RuleBook, route: Route, around: Around): string {
  const chosen = chooseRoute(book, { route: route.id, program: null });
  if (chosen === undefined) return '';
  const answer = makeAnswer(chosen, book);
  const parts = [
    `### ${route.id}`,
    `**${lineMarkdown(fillLine(route.title, contextOf(book, answer)))}**`,
    lineMarkdown(answer.headline),
    listMarkdown('Do', answer.steps.map(lineMarkdown)),
    listMarkdown('Do not', answer.doNot.map(lineMarkdown)),
    listMarkdown('By program', programParts(book, route)),
    listMarkdown('When asked', askedParts(book, route, answer)),
    listMarkdown('Contact', answer.contacts.map(placeMarkdown)),
    listMarkdown('Read', answer.links.map(placeMarkdown)),
    listMarkdown('For example', around.examples.map(escapeMarkdown)),
    listMarkdown(
      'Similar questions that belong elsewhere',
      lookAlikeParts(book, route, around.lookAlikes),
    ),
    letterPart(answer),
    pastePart(answer),
    sourcePart(route),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function contextOf(
  book: RuleBook,
  { program }: Answer,
): { book: RuleBook; program: Answer['program']; audience: 'colleague' } {
  return { book, program, audience: 'colleague' };
}

/** The differences for a program: its own answer, its note, or the route that answers instead. */
function programParts(book: RuleBook, route: Route): string[] {
  return book.programs.flatMap((program) => {
    const chosen = chooseRoute(book, { route: route.id, program: program.id });
    if (chosen === undefined) return [];
    const name = escapeMarkdown(program.name);
    if (chosen.route !== route.id) return [`${name}: see ${anchorLink(chosen.route)}`];
    const part = route.byProgram[program.id];
    const text = part?.headline ?? part?.note ?? null;
    if (text === null) return [];
    const line = fillLine(text, { book, program, audience: 'colleague' });
    return [`${name}: ${lineMarkdown(line)}`];
  });
}

function askedParts(book: RuleBook, route: Route, answer: Answer): string[] {
  const words = book.routing.routes.find(({ id }) => id === route.id)?.asks ?? [];
  return route.ifAsked.map(({ headline, say }, at) => {
    const about = (words[at] ?? []).slice(0, 3).join(', ');
    return `${escapeMarkdown(about)}: ${lineMarkdown(fillLine([headline, say].filter(Boolean).join(' '), contextOf(book, answer)))}`;
  });
}

function lookAlikeParts(book: RuleBook, { id }: Route, lookAlikes: LookAlikes): string[] {
  return lookAlikes.of(id).map(({ owner, text }) => {
    const name = book.routes[owner] === undefined ? notOurs(owner) : anchorLink(owner);
    return `${name}: ${escapeMarkdown(text)}`;
  });
}

/** A link to a route's section: its heading is its id. */
export function anchorLink(route: string): string {
  return `[${route}](#${route})`;
}

function notOurs(intent: string): string {
  return `[${intent}, out of scope](#out-of-scope)`;
}

function letterPart({ reply }: Answer): string {
  if (reply === null) return '';
  return folded('Reply to the lead', fenced(`Subject: ${reply.subject}\n\n${reply.body}`));
}

function pastePart({ paste }: Answer): string {
  if (paste === null) return '';
  const text = paste.text.map((piece) => (typeof piece === 'string' ? piece : placeName(piece)));
  return folded('Text to paste', fenced(text.join('').trimEnd()));
}

function placeName(place: Exclude<Parameters<typeof placeMarkdown>[0], string>): string {
  return place.kind === 'page' ? place.title : place.value;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function sourcePart({ id, topic, source }: Route): string {
  const headings = [source.heading, ...source.also].map((one) => `“${escapeMarkdown(one)}”`);
  const file = `../rules/${topic}/${id}.yml`;
  return `Source: ${escapeMarkdown(source.page)}, ${headings.join(' and ')} · Rule: [${id}.yml](${file})`;
}
