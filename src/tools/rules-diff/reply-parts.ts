import { makeAnswer } from '../../answer/answer';
import { chooseRoute, NO_ROUTE } from '../../answer/choose';
import { fillLine, type Line, nameOf, plainLine } from '../../answer/inline';
import type { Destination, Program, RuleBook, SubAnswer } from '../../rule-book/types';

/** The parts of a reply, each with a name and its text. Empty parts are left out. */
export type ReplyParts = ReadonlyMap<string, string>;

/** Everything that a reader of a route's answer can see, for one program or without a program. */
export function routeParts(book: RuleBook, route: string, program: Program | null): ReplyParts {
  const routed = chooseRoute(book, { route, program: program?.id ?? null });
  const own = book.routes[route];
  if (routed === undefined || own === undefined) return new Map();
  if (routed.route !== route) return new Map([['Answered by', routed.route]]);
  const answer = makeAnswer(routed, book);
  const context = { book, program: answer.program, audience: 'colleague' } as const;
  const { reply } = answer;
  return filled([
    ['Title', plainLine(fillLine(own.title, context))],
    ['Answer', plainLine(answer.headline)],
    ['Do', texts(answer.steps)],
    ['Do not', texts(answer.doNot)],
    ['Notes', texts(answer.notes)],
    ['By program', texts(answer.byProgram.map((part) => [`${part.program.name}: `, ...part.note]))],
    ['When asked', texts(own.ifAsked.map((one) => fillLine(saidWhenAsked(one), context)))],
    ['Contact', answer.contacts.map(placeText).join('\n')],
    ['Read', answer.links.map(placeText).join('\n')],
    ['To paste', answer.paste === null ? '' : plainLine(answer.paste.text)],
    ['Reply to the lead', reply === null ? '' : `${reply.subject}\n\n${reply.body}`],
    ['Source', [own.source.page, own.source.heading, ...own.source.also].join(', ')],
  ]);
}

function saidWhenAsked({ headline, say, byProgram }: SubAnswer): string {
  return [headline, ...Object.values(byProgram), say].filter(Boolean).join(' ');
}

/** The reply when there is no answer. */
export function silentParts(book: RuleBook): ReplyParts {
  const answer = makeAnswer(NO_ROUTE, book);
  return filled([
    ['Answer', plainLine(answer.headline)],
    ['Notes', texts(answer.notes)],
    ['Contact', answer.contacts.map(placeText).join('\n')],
  ]);
}

/** The additional texts of an out-of-scope intent. */
export function outOfScopeParts(book: RuleBook, id: string): ReplyParts {
  const intent = book.outOfScope[id];
  if (intent === undefined) return new Map();
  const context = { book, program: null, audience: 'colleague' } as const;
  const places = intent.destinations.flatMap((name) => book.destinations[name] ?? []);
  return filled([
    ['What it is', plainLine(fillLine(intent.what, context))],
    ['Where to go', plainLine(fillLine(intent.instead ?? '', context))],
    ['Contact', places.map(placeText).join('\n')],
  ]);
}

function filled(parts: readonly (readonly [string, string])[]): ReplyParts {
  return new Map(parts.filter(([, text]) => text !== ''));
}

function texts(lines: readonly Line[]): string {
  return lines.map(plainLine).join('\n');
}

function placeText(destination: Destination): string {
  const url = 'url' in destination ? destination.url : null;
  return url === null ? nameOf(destination) : `${nameOf(destination)}: ${url}`;
}
