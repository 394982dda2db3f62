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

const followUp = jsonCodec(
  z.object({
    /** Of the rule book that gave the answer. */
    version,
    route: routeId,
    program: programId,
    /** The runner-ups, which "Not what I asked" offers. */
    otherRoutes: z.array(routeId).max(3),
    /** In a vote: whether the answer helped. */
    helped: z.boolean().optional(),
    /** Where the asker may do something with the question. */
    signedQuestion: signedQuestion.optional(),
  }),
);

/** What a button below an answer tells of the answer. */
export interface FollowUp {
  readonly version: string;
  readonly route: string;
  readonly program: string | null;
  readonly otherRoutes: readonly string[];
  readonly helped: boolean | undefined;
  /** Null where the button carries none, or one that the bot did not sign. */
  readonly question: SignedQuestion | null;
}

/** The value of a button below an answer. */
export const encodeFollowUp = followUp.encode;

/** Reads such a value; undefined where it is not ours, or names what the rule book does not have. */
export function decodeFollowUp(
  text: string | undefined,
  book: RuleBook,
  sign: Sign,
): FollowUp | undefined {
  const value = followUp.decode(text);
  if (value === undefined || !hasKnownIds(book, value)) return undefined;
  const { signedQuestion: signed, helped, otherRoutes, ...ids } = value;
  return {
    ...ids,
    helped,
    otherRoutes: otherRoutes.filter((route) => Object.hasOwn(book.routes, route)),
    question: verifyQuestion(signed, sign),
  };
}
