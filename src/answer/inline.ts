import type { Destination, Program, RuleBook } from '../rule-book/types';

/** A piece of a sentence: plain words, or a destination that a renderer can turn into a link. */
export type Inline = string | Destination;

/** One sentence or more, as pieces. */
export type Line = readonly Inline[];

/** Who reads a text: outsiders never see an internal name. */
export type Audience = 'colleague' | 'outsider';

export interface FillContext {
  readonly book: RuleBook;
  readonly program: Program | null;
  readonly audience: Audience;
}

const NAME = /\{([a-z0-9-]+)\}/;

/** Replaces the placeholders in a rule's text. */
export function fillLine(template: string, context: FillContext): Line {
  return template
    .split(NAME)
    .flatMap((piece, at) => (at % 2 === 0 ? [piece] : fillName(piece, context)))
    .filter((piece) => piece !== '');
}

/** The mailbox of a question's program. Without a program, the mailboxes of every unpaid program. */
export function mailboxesOf(program: Program | null, book: RuleBook): Destination[] {
  const programs = program === null ? book.programs.filter(({ paid }) => !paid) : [program];
  const ids = new Set(programs.map(({ mailbox, channel }) => mailbox ?? channel));
  return [...ids].flatMap((id) => book.destinations[id] ?? []);
}

function fillName(name: string, context: FillContext): Inline[] {
  const { book, program } = context;
  switch (name) {
    case 'team':
      return [book.team.name];
    case 'old-team':
      return [book.team.oldNames[0] ?? book.team.name];
    case 'program':
      return [program?.name ?? 'the program'];
    case 'mailbox':
      return enumerate(mailboxesOf(isReachable(program, context) ? program : null, book));
    default:
      return [fillId(name, context)];
  }
}

/** Outsiders cannot write to a channel, so a program without a mailbox has no contact for them. */
function isReachable(program: Program | null, { audience }: FillContext): boolean {
  return audience === 'colleague' || (program?.mailbox ?? null) !== null;
}

function fillId(id: string, context: FillContext): Inline {
  const { book, audience } = context;
  const destination = book.destinations[id];
  if (destination !== undefined) return forAudience(destination, context, audience);
  return book.programs.find((one) => one.id === id)?.name ?? book.names[id] ?? id;
}

/** Outsiders know a portal by another name. A page's title can contain a placeholder itself. */
function forAudience(destination: Destination, context: FillContext, audience: Audience): Inline {
  if (destination.kind === 'portal' && audience === 'outsider') {
    return { ...destination, value: destination.outside };
  }
  return titled(destination, context);
}

/** A destination with the placeholders in its title replaced. */
export function titled(destination: Destination, context: FillContext): Destination {
  if (destination.kind !== 'page' || !NAME.test(destination.title)) return destination;
  return { ...destination, title: plainLine(fillLine(destination.title, context)) };
}

/** "a", "a or b", "a, b or c". */
function enumerate(destinations: readonly Destination[]): Inline[] {
  return destinations.flatMap((destination, at) => {
    if (at === 0) return [destination];
    return [at === destinations.length - 1 ? ' or ' : ', ', destination];
  });
}

/** The name of a destination within a sentence. */
export function nameOf(destination: Destination): string {
  return destination.kind === 'page' ? destination.title : destination.value;
}

/** A line without links. */
export function plainLine(line: Line): string {
  return line.map((piece) => (typeof piece === 'string' ? piece : nameOf(piece))).join('');
}
