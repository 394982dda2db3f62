import { z } from 'zod';
import { channelId, timestamp, userId } from '../../payloads/ids';
import { jsonCodec } from '../../payloads/json-codec';
import {
  signedQuestion,
  type SignedQuestion,
  verifyQuestion,
} from '../../payloads/signed-question';
import { isSignedBy, type Sign } from '../../signed-value';

const escalation = jsonCodec(signedQuestion);

/** The value of "Ask the team": who asked, and what. */
export const encodeEscalation = escalation.encode;

/** Reads such a value; null where the bot did not sign it. */
export function decodeEscalation(text: string | undefined, sign: Sign): SignedQuestion | null {
  return verifyQuestion(escalation.decode(text), sign);
}

const place = z.object({ channel: channelId, ts: timestamp });
const modal = jsonCodec(place);

/** The message, or the first message of the thread, where the question was asked. */
export type AskedIn = Readonly<z.infer<typeof place>>;

/** The private_metadata of the modal: where the question was asked; empty where that was in private. */
export function encodeAskedIn(askedIn: AskedIn | null): string {
  return askedIn === null ? '' : modal.encode(askedIn);
}

/** Reads such metadata; null where the question was asked in private. */
export function decodeAskedIn(text: string): AskedIn | null {
  return modal.decode(text) ?? null;
}

/** What the team does with a question; the last two end it. */
const TEAM_STEPS = ['taken', 'answered', 'closed'] as const;

export type TeamStep = (typeof TEAM_STEPS)[number];

const step = z.object({
  /** Of the escalation in the store. */
  id: z.uuid(),
  /** The user to tell when there is an answer. */
  askedBy: userId,
  step: z.enum(TEAM_STEPS),
});

const signedStep = jsonCodec(step.extend({ signature: z.string().max(100) }));

/** What a button below the team's post stands for. */
export type StepOption = Readonly<z.infer<typeof step>>;

/** The value of a button below the team's post. */
export function encodeStep(option: StepOption, sign: Sign): string {
  return signedStep.encode({ ...option, signature: sign(signedText(option)) });
}

/** Reads such a value; undefined where the bot did not sign it. */
export function decodeStep(text: string | undefined, sign: Sign): StepOption | undefined {
  const value = signedStep.decode(text);
  if (value === undefined) return undefined;
  const { signature, ...option } = value;
  return isSignedBy(signedText(option), signature, sign) ? option : undefined;
}

function signedText({ id, askedBy, step: name }: StepOption): string {
  return JSON.stringify(['escalation', id, askedBy, name]);
}
