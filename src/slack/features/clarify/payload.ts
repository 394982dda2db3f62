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

const choice = jsonCodec(
  z.object({
    /** Of the rule book that offered the choice. */
    version,
    /** Null for "None of these". */
    route: routeId.nullable(),
    program: programId,
    /** With "None of these", where the asker may hand the question on. */
    signedQuestion: signedQuestion.optional(),
  }),
);

/** What a button of a question back stands for. */
export interface ChosenOption {
  readonly version: string;
  readonly route: string | null;
  readonly program: string | null;
  /** Null where the button carries none, or one that the bot did not sign. */
  readonly question: SignedQuestion | null;
}

/** The value of a button that stands for a route, or for none of those offered. */
export const encodeChoice = choice.encode;

/** Reads such a value; undefined where it is not ours, or names what the rule book does not have. */
export function decodeChoice(
  text: string | undefined,
  book: RuleBook,
  sign: Sign,
): ChosenOption | undefined {
  const value = choice.decode(text);
  if (value === undefined || !hasKnownIds(book, value)) return undefined;
  const { signedQuestion: signed, ...ids } = value;
  return { ...ids, question: verifyQuestion(signed, sign) };
}
