import { z } from 'zod';
import type { RuleBook } from '../../../rule-book/types';
import { jsonCodec } from '../../payloads/json-codec';
import { hasKnownIds, programId, routeId, version } from '../../payloads/rule-book-ids';
import {
  signedQuestion,
  type SignedQuestion,
  verifyQuestion,
} from '../../payloads/signed-question';
import type { Sign } from '../../signed-value';

const given = z.object({
  /** Of the rule book that gave the answer. */
  version,
  outcome: z.enum(['answer', 'none']),
  route: routeId.nullable(),
  program: programId,
});

const button = jsonCodec(given.extend({ signedQuestion }));
const modal = jsonCodec(given);

/** What the bot answered to the question that somebody suggests. */
export type GivenAnswer = Readonly<z.infer<typeof given>>;

/** The value of the button: what the bot answered, and the question. */
export const encodeSuggestion = button.encode;

/** Reads such a value; undefined where the bot did not sign it, or it names what the rule book does not have. */
export function decodeSuggestion(
  text: string | undefined,
  book: RuleBook,
  sign: Sign,
): { readonly answer: GivenAnswer; readonly question: SignedQuestion } | undefined {
  const value = button.decode(text);
  const question = verifyQuestion(value?.signedQuestion, sign);
  if (value === undefined || question === null || !hasKnownIds(book, value)) return undefined;
  const { version: rules, outcome, route, program } = value;
  return { answer: { version: rules, outcome, route, program }, question };
}

/** The private_metadata of the modal: what the bot answered. The text itself stands in a field. */
export const encodeSuggestModal = modal.encode;

/** Reads such metadata; undefined where it is not ours, or names what the rule book does not have. */
export function decodeSuggestModal(text: string, book: RuleBook): GivenAnswer | undefined {
  const answer = modal.decode(text);
  return answer !== undefined && hasKnownIds(book, answer) ? answer : undefined;
}
