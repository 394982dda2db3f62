/** The pattern starts only at the beginning of a run of such characters, so matching takes linear time. */
const MAILBOX = /(?<![a-z0-9._+-])[._+-]*([a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,})/gi;

/** The email addresses in a text, in lowercase. */
export function mailboxesIn(text: string): string[] {
  return [...text.matchAll(MAILBOX)].map(([, found = '']) => found.toLowerCase());
}
