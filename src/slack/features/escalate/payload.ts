import { jsonCodec } from '../../payloads/json-codec';
import {
  signedQuestion,
  type SignedQuestion,
  verifyQuestion,
} from '../../payloads/signed-question';
import type { Sign } from '../../signed-value';

const escalation = jsonCodec(signedQuestion);

/** The value of "Ask the team": who asked, and what. */
export const encodeEscalation = escalation.encode;

/** Reads such a value; null where the bot did not sign it. */
export function decodeEscalation(text: string | undefined, sign: Sign): SignedQuestion | null {
  return verifyQuestion(escalation.decode(text), sign);
}
