import type { Candidate, Routed, RoutedAnswer, RoutedClarify, RoutedNone } from '../router/types';
import type {
  Destination,
  Program,
  ProgramPart,
  Route,
  RuleBook,
  Source,
} from '../rule-book/types';
import { AUTOMATIC_SENTENCES } from './automatic-sentence';
import { type ReplyToLead, replyToLead } from './reply-to-lead';
import { memoizeByBook } from './memoize-by-book';
import { NO_ROUTE } from './choose';
import { type FillContext, fillLine, type Line, mailboxesOf, titled } from './inline';

/** A whole reply as plain values, the same for every surface. */
export interface Answer {
  readonly routed: Routed;
  /** Null unless one route answers. */
  readonly route: Route | null;
  readonly program: Program | null;
  /** The answer in one sentence. */
  readonly headline: Line;
  readonly steps: readonly Line[];
  readonly doNot: readonly Line[];
  /** Further sentences: what is special about the program named, or a detail that was asked for. */
  readonly notes: readonly Line[];
  /** Each program's part, where no program was named. */
  readonly byProgram: readonly { readonly program: Program; readonly note: Line }[];
  readonly contacts: readonly Contact[];
  readonly links: readonly Link[];
  readonly source: Source | null;
  /** The routes to choose from, or the runner-ups. */
  readonly choices: readonly Choice[];
  readonly paste: { readonly for: Line; readonly text: Line } | null;
  /** The reply to the lead, where one is due. */
  readonly reply: ReplyToLead | null;
}

export type Contact = Exclude<Destination, { kind: 'page' }>;
export type Link = Extract<Destination, { kind: 'page' }>;

export interface Choice {
  readonly candidate: Candidate;
  readonly title: Line;
  readonly headline: Line;
}

/**
 * Turns the router's decision into what the asker reads.
 *
 * @param sender the lead's name for the greeting, if the letter gives one safely
 */
export function makeAnswer(routed: Routed, book: RuleBook, sender: string | null = null): Answer {
  const answer = answerTo(routed, book, sender);
  const isAutomatic = routed.outcome === 'none' && routed.automatic !== undefined;
  return routed.otherLanguage && !isAutomatic ? withLanguageNote(answer, book) : answer;
}

/** What to do about a text in another language, by what came out. Where there is no answer, there is none to check. */
const LANGUAGE_HINTS: Readonly<Record<Routed['outcome'], string>> = {
  answer: ' Check that the answer fits.',
  clarify: ' It may be about something else.',
  none: '',
};

/** Says that a text is in another language, and gives the program's mailbox where the program is plain. */
function withLanguageNote(answer: Answer, book: RuleBook): Answer {
  const { language } = book.guide;
  const { outcome } = answer.routed;
  const note = `This seems not to be in ${language}, which is what I read.${LANGUAGE_HINTS[outcome]}`;
  const isOpen = outcome !== 'answer' && answer.program !== null;
  const mailboxes = isOpen ? mailboxesOf(answer.program, book).filter(isContact) : [];
  const contacts = [...new Set([...mailboxes, ...answer.contacts])];
  return { ...answer, notes: [[note], ...answer.notes], contacts };
}

function answerTo(routed: Routed, book: RuleBook, sender: string | null): Answer {
  switch (routed.outcome) {
    case 'answer':
      return answerOf(routed, book, sender);
    case 'clarify':
      return clarifyOf(routed, book);
    case 'none':
      return noneOf(routed, book);
  }
}

/**
 * What stays the same whoever asks, and is made once for a rule book; the rest is blank. A copy that overwrites what is
 * there takes a tenth of a microsecond, and one that adds something twenty times as long: V8 then makes a hidden class
 * for each copy (Node 20).
 */
type Fixed = Answer & { readonly routed: typeof NO_ROUTE; readonly choices: readonly [] };

const keptAnswer = memoizeByBook<Fixed>();

function answerOf(routed: RoutedAnswer, book: RuleBook, name: string | null): Answer {
  const { route, program, asked, alternatives } = routed;
  const key = [route, program, ...asked].join(' ');
  const fixed = keptAnswer(book, key, () => fixedAnswer(routed, book));
  const reply =
    name === null || fixed.route === null
      ? fixed.reply
      : replyToLead(fixed.route, { book, program: fixed.program, name });
  const choices = alternatives.flatMap((candidate) => choiceOf(candidate, book));
  return { ...fixed, routed, reply, choices };
}

function fixedAnswer(routed: RoutedAnswer, book: RuleBook): Fixed {
  const route = book.routes[routed.route];
  if (route === undefined) throw new Error(`The rule book has no route "${routed.route}".`);
  const program = programOf(routed.program, book);
  const context: FillContext = { book, program, audience: 'colleague' };
  const fill = (text: string): Line => fillLine(text, context);
  const part = program === null ? undefined : route.byProgram[program.id];
  const asked = routed.asked.flatMap((at) => route.ifAsked[at] ?? []);
  const ids = [
    ...placesOf(route, { part, program, book }),
    ...asked.flatMap(({ destinations }) => destinations),
  ];
  const mailboxes = route.mailbox ? mailboxesOf(program, book) : [];
  return {
    ...NOTHING,
    route,
    program,
    headline: fill(part?.headline ?? route.headline),
    steps: (part?.do ?? route.do).map(fill),
    doNot: route.doNot.map(fill),
    notes: [...noteOf(part), ...asked.map(({ say }) => say)].map(fill),
    byProgram: program === null ? partsOf(route, book) : [],
    ...places([...mailboxes, ...ids.flatMap((id) => book.destinations[id] ?? [])], context),
    source: route.source,
    paste:
      route.paste === null ? null : { for: fill(route.paste.for), text: fill(route.paste.text) },
    reply: replyToLead(route, { book, program, name: null }),
  };
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

const WHICH_PROGRAM: Line = ['That depends on the program. Which one is it?'];
const WHICH_OF_TWO: Line = ['Two answers fit. What is it about?'];
const WHICH_OF_THREE: Line = ['Three answers fit. What is it about?'];

function clarifyOf(routed: RoutedClarify, book: RuleBook): Answer {
  const choices = routed.alternatives.flatMap((candidate) => choiceOf(candidate, book));
  const byProgram = choicesOfProgram(choices, book);
  const headline = choices.length === 2 ? WHICH_OF_TWO : WHICH_OF_THREE;
  return {
    ...NOTHING,
    routed,
    program: programOf(routed.program, book),
    headline: byProgram === null ? headline : WHICH_PROGRAM,
    choices: byProgram ?? choices,
  };
}

/**
 * The choices where only the program is missing: of two routes one is for some program alone, and stands in for the
 * other there. Null where they differ in more than that.
 */
function choicesOfProgram(choices: readonly Choice[], book: RuleBook): readonly Choice[] | null {
  const [first, second, ...more] = choices;
  if (first === undefined || second === undefined || more.length > 0) return null;
  const special = [first, second].find((one) =>
    standsIn(one, one === first ? second : first, book),
  );
  if (special === undefined) return null;
  const program = programOf(special.candidate.program, book);
  return choices.map((choice) => ({
    ...choice,
    title: [choice === special ? (program?.name ?? '') : 'Another program'],
  }));
}

/** Whether `special` answers in place of `general` for the program that it is for. */
function standsIn(special: Choice, general: Choice, book: RuleBook): boolean {
  const { route, program } = special.candidate;
  const other = book.routing.routes.find(({ id }) => id === general.candidate.route);
  return program !== null && other?.insteadFor[program] === route;
}

const keptNone = memoizeByBook<Fixed>();

function noneOf(routed: RoutedNone, book: RuleBook): Answer {
  const fixed = keptNone(book, String(routed.outOfScopeIntent), () =>
    fixedNone(routed.outOfScopeIntent, book),
  );
  const { automatic } = routed;
  const answer: Answer = {
    ...fixed,
    routed,
    program: programOf(routed.program, book),
    choices: [],
  };
  if (automatic === undefined) return answer;
  return { ...answer, headline: [AUTOMATIC_SENTENCES[automatic]], notes: [] };
}

function fixedNone(id: string | null, book: RuleBook): Fixed {
  const context: FillContext = { book, program: null, audience: 'colleague' };
  const intent = id === null ? undefined : book.outOfScope[id];
  const fallback = book.destinations[book.fallback];
  const instead = intent?.instead ?? null;
  const ask = `I know ${book.guide.about}. For the rest, ask in {${book.fallback}}.`;
  const destinations = (intent?.destinations ?? []).flatMap((one) => book.destinations[one] ?? []);
  return {
    ...NOTHING,
    headline: ['I have no answer to that.'],
    notes: [...(instead === null ? [] : [instead]), ask].map((text) => fillLine(text, context)),
    ...places([...destinations, ...(fallback === undefined ? [] : [fallback])], context),
  };
}

const NOTHING: Fixed = {
  routed: NO_ROUTE,
  choices: [],
  route: null,
  program: null,
  headline: [],
  steps: [],
  doNot: [],
  notes: [],
  byProgram: [],
  contacts: [],
  links: [],
  source: null,
  paste: null,
  reply: null,
};

const keptTitles = memoizeByBook<Pick<Choice, 'title' | 'headline'>>();

/** A candidate as something to choose; nothing where the rule book has no such route. */
export function choiceOf(candidate: Candidate, book: RuleBook): Choice[] {
  const route = book.routes[candidate.route];
  if (route === undefined) return [];
  const { program } = candidate;
  const titles = keptTitles(book, `${route.id} ${program ?? ''}`, () =>
    titlesOf(route, programOf(program, book), book),
  );
  return [{ candidate, title: titles.title, headline: titles.headline }];
}

function titlesOf(
  route: Route,
  program: Program | null,
  book: RuleBook,
): Pick<Choice, 'title' | 'headline'> {
  const context: FillContext = { book, program, audience: 'colleague' };
  const headline = (program && route.byProgram[program.id]?.headline) ?? route.headline;
  return { title: fillLine(route.title, context), headline: fillLine(headline, context) };
}

function programOf(id: string | null, book: RuleBook): Program | null {
  return book.programs.find((program) => program.id === id) ?? null;
}

function places(
  destinations: readonly Destination[],
  context: FillContext,
): Pick<Answer, 'contacts' | 'links'> {
  const unique = [...new Set(destinations)].map((one) => titled(one, context));
  return {
    contacts: unique.filter(isContact),
    links: unique.filter((one) => one.kind === 'page'),
  };
}

function isContact(destination: Destination): destination is Contact {
  return destination.kind !== 'page';
}
