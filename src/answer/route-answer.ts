import type { Guess, RoutedAnswer, RoutedClarify } from '../router/types';
import type { Program, ProgramPart, Route, RuleBook, SubAnswer } from '../rule-book/types';
import type { Answer } from './types';
import { choiceOf } from './choice';
import { type FillContext, fillLine, type Line, mailboxesOf } from './inline';
import { NOTHING } from './nothing';
import { contactsOfProgram, destinationsOf, placesIn, programOf } from './places';
import { replyToLead } from './reply-to-lead';

interface Shown {
  /** The route whose answer is shown, of an answer or of a guess. */
  readonly shown: Guess;
  readonly book: RuleBook;
  /** The lead's name for the greeting. */
  readonly sender: string | null;
}

/**
 * A route's whole answer, of a decision that is sure of it or guesses it.
 *
 * @throws Error where the rule book has no such route
 */
export function routeAnswer(
  routed: RoutedAnswer | RoutedClarify,
  { shown, book, sender }: Shown,
): Answer {
  const route = book.routes[shown.route];
  if (route === undefined) throw new Error(`The rule book has no route "${shown.route}".`);
  const program = programOf(shown.program, book);
  const context: FillContext = { book, program, audience: 'colleague' };
  const fill = (text: string): Line => fillLine(text, context);
  const part = program === null ? undefined : route.byProgram[program.id];
  const asked = shown.asked.flatMap((at) => route.ifAsked[at] ?? []);
  const mailboxes = route.mailbox ? mailboxesOf(program, book) : [];
  const ids = [...placesOf(route, { part, program, book }), ...asked.flatMap(placesAsked)];
  const places = placesIn([...mailboxes, ...destinationsOf(ids, book)], context);
  const isGuess = routed.outcome === 'clarify';
  const others = isGuess ? routed.alternatives.slice(1) : routed.alternatives;
  return {
    ...NOTHING,
    routed,
    route,
    isGuess,
    program,
    headline: fill(headlineOf(route, { part, program, asked })),
    steps: (part?.do ?? route.do).map(fill),
    doNot: route.doNot.map(fill),
    notes: [...noteOf(part), ...asked.flatMap(({ say }) => say ?? [])].map(fill),
    byProgram: program === null ? partsOf(route, book) : [],
    ...places,
    programContacts: contactsOfProgram(program, book, places.contacts),
    source: route.source,
    choices: others.flatMap((candidate) => choiceOf(candidate, book)),
    paste:
      route.paste === null ? null : { for: fill(route.paste.for), text: fill(route.paste.text) },
    reply: replyToLead(route, { book, program, name: sender }),
  };
}

function placesAsked({ destinations }: SubAnswer): readonly string[] {
  return destinations;
}

interface Asked {
  readonly part: ProgramPart | undefined;
  readonly program: Program | null;
  readonly asked: readonly SubAnswer[];
}

/** The detail that was asked for, else what holds for the program, else the route's own. */
function headlineOf(route: Route, { part, program, asked }: Asked): string {
  for (const { headline, byProgram } of asked) {
    const own = (program === null ? undefined : byProgram[program.id]) ?? headline;
    if (own !== null) return own;
  }
  return part?.headline ?? route.headline;
}

/** A part with a headline of its own says all in it. */
function noteOf(part: ProgramPart | undefined): string[] {
  return part === undefined || part.headline !== null || part.note === null ? [] : [part.note];
}

interface Parts {
  readonly part: ProgramPart | undefined;
  readonly program: Program | null;
  readonly book: RuleBook;
}

/** The named program's own places first; where none was named, those of every unpaid program's part last. */
function placesOf(route: Route, { part, program, book }: Parts): readonly string[] {
  if (program !== null) return [...(part?.destinations ?? []), ...route.destinations];
  const unpaid = book.programs.filter(({ paid }) => !paid);
  return [
    ...route.destinations,
    ...unpaid.flatMap(({ id }) => route.byProgram[id]?.destinations ?? []),
  ];
}

function partsOf(route: Route, book: RuleBook): Answer['byProgram'] {
  return book.programs.flatMap((program) => {
    const note = route.byProgram[program.id]?.note;
    if (note === undefined || note === null) return [];
    return [{ program, note: fillLine(note, { book, program, audience: 'colleague' }) }];
  });
}
