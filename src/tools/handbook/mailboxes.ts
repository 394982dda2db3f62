/** Looked for where a row of such characters begins, and so in proportion to the text. */
const MAILBOX = /(?<![a-z0-9._+-])[._+-]*([a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,})/gi;

/** The mail addresses in a text, in small letters. */
export function mailboxesIn(text: string): string[] {
  return [...text.matchAll(MAILBOX)].map(([, found = '']) => found.toLowerCase());
}
