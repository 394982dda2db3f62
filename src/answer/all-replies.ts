import type { RoutedNone } from '../router/types';
import type { Program, Route, RuleBook } from '../rule-book/types';
import { makeAnswer } from './answer';
import { chooseRoute, NO_ROUTE } from './choose';
import { plainText } from './plain-text';

/** One reply as a person reads it, with its program. */
interface PrintedReply {
  readonly program: Program | null;
  readonly text: string;
}

/** Every reply that the rules can produce, as one Markdown page for review. */
export function allReplies(book: RuleBook): string {
  const topics = book.guide.topics.flatMap(({ id, title }) => [
    `## ${title}`,
    ...Object.values(book.routes)
      .filter(({ topic }) => topic === id)
      .flatMap((route) => printRoute(route, book)),
  ]);
  return ['# All replies', ...topics, '## No answer', ...printNone(book)].join('\n\n') + '\n';
}

function printRoute(route: Route, book: RuleBook): string[] {
  const printed: { programs: string[]; text: string; masked: string }[] = [];
  for (const { program, text } of repliesOf(route, book)) {
    const name = program?.name ?? 'No program named';
    const masked = maskProgram(text, book);
    const same = printed.find((one) => one.masked === masked);
    if (same === undefined) printed.push({ programs: [name], text, masked });
    else same.programs.push(name);
  }
  return [
    `### ${route.id}`,
    ...printed.flatMap(({ programs, text }) => [`**${programs.join(', ')}**`, fenced(text)]),
  ];
}

/** Blanks the program's name and mailbox: replies that differ only in those are printed once. */
function maskProgram(text: string, book: RuleBook): string {
  const mailboxes = book.programs.flatMap(({ mailbox }) => {
    const place = mailbox === null ? undefined : book.destinations[mailbox];
    return place?.kind === 'email' ? [place.value] : [];
  });
  const names = ['the program', ...book.programs.map(({ name }) => name)];
  const masked = [...names, ...mailboxes].reduce((rest, word) => rest.replaceAll(word, '_'), text);
  return masked.replace(/ · Program: _$/, '').replace(/(?<!\s)\s*_(?:(?:,| or|\s)\s*_)*/g, ' _');
}

/** The replies of a route by program. A program that another route answers for is left out. */
function repliesOf(route: Route, book: RuleBook): PrintedReply[] {
  return [null, ...book.programs].flatMap((program): PrintedReply[] => {
    const chosen = chooseRoute(book, { route: route.id, program: program?.id ?? null });
    if (chosen?.route !== route.id || chosen.program !== (program?.id ?? null)) return [];
    const asked = route.ifAsked.map((_, at) => at);
    return [{ program, text: plainText(makeAnswer({ ...chosen, asked }, book)) }];
  });
}

function printNone(book: RuleBook): string[] {
  const none = (intent: string | null): RoutedNone => ({ ...NO_ROUTE, outOfScopeIntent: intent });
  return [null, ...Object.keys(book.outOfScope)].flatMap((id) => [
    `### ${id ?? 'no intent recognized'}`,
    fenced(plainText(makeAnswer(none(id), book))),
  ]);
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}
