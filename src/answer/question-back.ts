import type { RoutedClarify } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import type { Answer, Choice } from './types';
import { choiceOf } from './choice';
import type { Line } from './inline';
import { NOTHING } from './nothing';
import { contactsOfProgram, programOf } from './places';

const WHICH_PROGRAM: Line = ['Which program is it about?'];
const WHICH_READING: Line = ['Which of these do you mean?'];

/** A question without an answer, because no reading leads. It still shows the known contacts of the program. */
export function questionBack(routed: RoutedClarify, book: RuleBook): Answer {
  const choices = routed.alternatives.flatMap((candidate) => choiceOf(candidate, book));
  const byProgram = choicesOfProgram(choices, book);
  const program = programOf(routed.program, book);
  return {
    ...NOTHING,
    routed,
    program,
    headline: byProgram === null ? WHICH_READING : WHICH_PROGRAM,
    programContacts: contactsOfProgram(program, book),
    choices: byProgram ?? choices,
  };
}

/**
 * The choices if only the program is missing: one of the two routes replaces the other for a single program. Null if
 * the routes differ in anything else.
 */
function choicesOfProgram(choices: readonly Choice[], book: RuleBook): readonly Choice[] | null {
  const [first, second, ...more] = choices;
  if (first === undefined || second === undefined || more.length > 0) return null;
  const special = [first, second].find((one) =>
    replaces(one, one === first ? second : first, book),
  );
  if (special === undefined) return null;
  const program = programOf(special.candidate.program, book);
  return choices.map((choice) => ({
    ...choice,
    title: [choice === special ? (program?.name ?? '') : 'Another program'],
  }));
}

/** Whether `special` answers in place of `general` for the program that it is for. */
function replaces(special: Choice, general: Choice, book: RuleBook): boolean {
  const { route, program } = special.candidate;
  const other = book.routing.routes.find(({ id }) => id === general.candidate.route);
  return program !== null && other?.insteadFor[program] === route;
}
