import { z } from 'zod';
import type { RuleBook } from '../../../rule-book/types';
import { jsonCodec } from '../../payloads/json-codec';
import {
  hasKnownIds,
  isKnownProgram,
  programId,
  routeId,
  version,
} from '../../payloads/rule-book-ids';

const lead = jsonCodec(
  z.object({
    /** Of the rule book that routed the lead. */
    version,
    /** The route shown; null while there is a choice to make, or no answer. */
    route: routeId.nullable(),
    program: programId,
    /** For the greeting. */
    senderName: z.string().max(200).nullable(),
  }),
);

/** What the modal of a lead needs when it comes back. */
export type LeadState = Readonly<NonNullable<ReturnType<typeof lead.decode>>>;

/** The private_metadata of the modal; Slack holds 3,000 characters of it. */
export const encodeLead = lead.encode;

/** Reads such metadata; undefined where it is not ours, or names what the rule book does not have. */
export function decodeLead(text: string, book: RuleBook): LeadState | undefined {
  const state = lead.decode(text);
  return state !== undefined && hasKnownIds(book, state) ? state : undefined;
}

/** The program selector's option for "none named". */
const NO_PROGRAM = 'none';

/** The value of an option of the program selector. */
export function encodeProgram(program: string | null): string {
  return program ?? NO_PROGRAM;
}

/** Reads such a value: null where no program is named, undefined where the rule book has no such program. */
export function decodeProgram(
  value: string | undefined,
  book: RuleBook,
): string | null | undefined {
  const program = value === NO_PROGRAM ? null : value;
  return program !== undefined && isKnownProgram(book, program) ? program : undefined;
}
