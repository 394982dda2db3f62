import { stem } from '../router/text/stem';
import { normalizeText } from '../router/text/normalize-text';
import type { ProgramNames, RoutedAnswer } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import { chooseRoute } from './choose';

/** What an answer was about: enough to understand a follow-up that only names another program. */
export interface AnsweredAbout {
  readonly route: string;
  readonly program: string | null;
}

/** The words around a program in "and for NAME?", "what about NAME", and "same for a NAME member?". */
const CONNECTING: ReadonlySet<string> = new Set(
  `a about also an and are as but case customer for how if in is it lead member now ok okay or please pls program
  same so the them then they this too what with`
    .split(/\s+/)
    .map(stem),
);
/** A longer text is a question of its own. */
const MOST_WORDS = 10;

/**
 * The answer to a follow-up that only names another program: the previous route, for that program. Undefined if the text
 * says anything else.
 *
 * @param text the follow-up, without Slack markup
 */
export function answerFollowUp(
  text: string,
  previous: AnsweredAbout,
  book: RuleBook,
): RoutedAnswer | undefined {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const about = book.routing.programs.filter((program) => isOnlyAbout(words, program));
  const [program] = about;
  if (program === undefined || about.length > 1) return undefined;
  return chooseRoute(book, { route: previous.route, program: program.id });
}

/**
 * A later question of the same thread that names no program is about the program of the previous answer, so that its
 * mailbox and its special cases are shown.
 */
export function keepProgram<R extends RoutedAnswer>(
  routed: R,
  previous: AnsweredAbout,
  book: RuleBook,
): R {
  if (routed.program !== null || previous.program === null) return routed;
  const chosen = chooseRoute(book, { route: routed.route, program: previous.program });
  const isSameRoute = chosen?.route === routed.route;
  return isSameRoute ? { ...routed, program: chosen.program } : routed;
}

function wordsOf(text: string): string[] {
  return (
    normalizeText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stem);
}

function isOnlyAbout(words: readonly string[], program: ProgramNames): boolean {
  const own = new Set([...program.names, ...program.hints].flatMap(wordsOf));
  const rest = words.filter((word) => !CONNECTING.has(word));
  return rest.length > 0 && rest.every((word) => own.has(word));
}
