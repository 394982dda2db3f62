import { z } from 'zod';
import { takeUnits } from '../blocks/cut';
import { unescapeText } from '../blocks/mrkdwn';
import { isSignedBy, type Sign } from '../signed-value';

/** A question that somebody typed, and who. */
export interface AskedQuestion {
  readonly user: string;
  /** Empty where it is not the asker's own: an email's text is never put into a button. */
  readonly text: string;
}

/** A question as a button carries it: only the person that it names may use the button. */
export const signedQuestion = z.object({
  askedBy: z.string().max(40),
  question: z.string().max(2000),
  /** Whether the question is too long for a button, and cut. */
  isCut: z.boolean(),
  /** Over the three fields above. */
  signature: z.string().max(100),
});

export type SignedQuestion = Readonly<z.infer<typeof signedQuestion>>;

/**
 * Of the question in JSON, in characters. A button's value holds 2,000 of them, and the ids beside the question need up
 * to 500. JSON writes some characters as two or six.
 */
const LONGEST_JSON = 1500;

/** Signs a question for a button, and cuts it where it is too long for one. */
export function signQuestion({ user, text }: AskedQuestion, sign: Sign): SignedQuestion {
  // Half a character, which a client may send, becomes U+FFFD: a strict JSON reader refuses it.
  const whole = Buffer.from(text).toString();
  let question = takeUnits(whole, LONGEST_JSON - 2);
  while (JSON.stringify(question).length > LONGEST_JSON) {
    question = takeUnits(question, question.length - 50);
  }
  const content = { askedBy: user, question, isCut: question.length < whole.length };
  return { ...content, signature: sign(signedText(content)) };
}

/**
 * The question, where the signature is ours; null otherwise. Slack may escape `&`, `<` and `>` in what comes back from a
 * button, so the unescaped question counts as well.
 */
export function verifyQuestion(
  signed: SignedQuestion | undefined,
  sign: Sign,
): SignedQuestion | null {
  if (signed === undefined) return null;
  if (isSignedBy(signedText(signed), signed.signature, sign)) return signed;
  const unescaped = { ...signed, question: unescapeText(signed.question) };
  return isSignedBy(signedText(unescaped), signed.signature, sign) ? unescaped : null;
}

function signedText({ askedBy, question, isCut }: Omit<SignedQuestion, 'signature'>): string {
  return JSON.stringify([askedBy, question, isCut]);
}
